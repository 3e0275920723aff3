// A KurrentDB server in memory, for specs: the unmodified client talks to it over the service definitions that the client
// ships. It serves what an event store needs and nothing else. That something holds over it proves nothing of a server.
import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import type { SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { serveAppends } from './appends';
import { delayed, type Faults, happens, noFaults } from './faults';
import { answerFeatures } from './features';
import { KurrentLog } from './log';
import { optionsOf, type ReadCall, serveRead } from './reads';
import { Subscriptions } from './subscriptions';

export type Call = 'features' | 'append' | 'read' | 'subscribe';

/** A server's own records stand before the first event of anybody. */
const FIRST_POSITION = 4_096n;
const HOST = '127.0.0.1';

/** PEM. */
type Tls = Readonly<{ certificate: string; key: string }>;

const credentialsOf = (tls: Tls | undefined): ServerCredentials =>
  tls
    ? ServerCredentials.createSsl(null, [
        { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) },
      ])
    : ServerCredentials.createInsecure();

/** What clients find, whether the server is there at the moment or not. */
class KurrentDouble {
  readonly log: KurrentLog;
  readonly faults: Faults = noFaults();
  /** The calls that have arrived, in order. An append call carries all appends of its client. */
  readonly calls: Call[] = [];
  private readonly subscriptions: Subscriptions;
  private server: Server | undefined;
  private port = 0;

  constructor(
    firstPosition: bigint,
    private readonly tls?: Tls,
  ) {
    this.log = new KurrentLog(firstPosition);
    this.subscriptions = new Subscriptions(this.log, this.faults);
  }

  /** The connection string for clients. */
  get url(): string {
    return `kurrentdb://${HOST}:${this.port}?tls=${this.tls !== undefined}`;
  }

  /** How many subscriptions are held at the moment. */
  get subscribers(): number {
    return this.subscriptions.count;
  }

  /** After which position each subscription was taken out, in order; 0 from the start. */
  get subscribedAfter(): readonly bigint[] {
    return this.subscriptions.starts;
  }

  /** Takes connections: at a free port the first time, and at the same one again afterwards. */
  async accept(): Promise<void> {
    const server = new Server();
    server.addService(StreamsService, this.streams());
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: sendUnaryData<SupportedMethods>) => {
        this.calls.push('features');
        answerFeatures(answer);
      },
    });
    this.port = await new Promise<number>((resolve, reject) => {
      const bound = (error: Error | null, port: number) => (error ? reject(error) : resolve(port));
      server.bindAsync(`${HOST}:${this.port}`, credentialsOf(this.tls), bound);
    });
    this.server = server;
  }

  /** Breaks every connection and takes no other; keeps the log. */
  refuse(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  /** Ends all subscriptions with a gRPC status, by default 14 (unavailable); everything else goes on. */
  dropSubscriptions(code?: status): void {
    this.subscriptions.drop(code);
  }

  private streams(): UntypedServiceImplementation {
    return {
      read: (call: ReadCall) => void this.read(call),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
        this.calls.push('append');
        serveAppends(call, this.log, this.faults);
      },
    };
  }

  private async read(call: ReadCall): Promise<void> {
    const subscribing = optionsOf(call).hasSubscription();
    this.calls.push(subscribing ? 'subscribe' : 'read');
    if (happens(this.faults, 'unansweredReads')) return;
    await delayed(this.faults);
    await (subscribing ? this.subscriptions.serve(call) : serveRead(call, this.log));
  }
}

export type { KurrentDouble };

/** Starts at a free port, with `tls` on nothing else. `refuse` stops it. */
export const startKurrentDouble = async (firstPosition = FIRST_POSITION, tls?: Tls): Promise<KurrentDouble> => {
  const double = new KurrentDouble(firstPosition, tls);
  await double.accept();
  return double;
};
