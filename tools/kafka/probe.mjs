// Speaks just enough of Kafka's protocol to see that a broker really answers: one Metadata request, version 2.
import { connect } from 'node:net';

const METADATA = 3;
const VERSION = 2;

function metadataRequest() {
  const request = Buffer.alloc(18);
  request.writeInt32BE(14, 0); // length of what follows
  request.writeInt16BE(METADATA, 4);
  request.writeInt16BE(VERSION, 6);
  request.writeInt32BE(1, 8); // correlation id
  request.writeInt16BE(-1, 12); // no client id
  request.writeInt32BE(0, 14); // no topics: only the brokers are wanted
  return request;
}

/** @param {Buffer} frame */
function parseMetadata(frame) {
  let at = 4; // after the correlation id
  const int32 = () => frame.readInt32BE((at += 4) - 4);
  const string = () => {
    const length = frame.readInt16BE((at += 2) - 2);
    return length < 0 ? undefined : frame.toString('utf8', at, (at += length));
  };
  const nodeIds = [];
  for (let count = int32(); count > 0; count--) {
    nodeIds.push(int32());
    string(); // host
    int32(); // port
    string(); // rack
  }
  return { nodeIds, clusterId: string() };
}

/**
 * Asks the broker at this port who is in its cluster. The list holds only brokers that the controller lets serve, so a
 * broker that lists itself is ready; one that merely accepts connections or answers ApiVersions may not be.
 * @param {number} port
 * @returns {Promise<{ nodeIds: number[], clusterId: string | undefined } | undefined>} undefined: no (whole) answer
 */
export function askBroker(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('connect', () => socket.write(metadataRequest()));
    socket.on('error', () => undefined); // 'close' follows and tells the caller
    socket.on('close', () => resolve(undefined));
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (received.length < 4 || received.length < 4 + received.readInt32BE(0)) return;
      try {
        resolve(parseMetadata(received.subarray(4)));
      } catch {
        resolve(undefined); // whoever listens there does not speak Kafka
      }
      socket.destroy();
    });
  });
}
