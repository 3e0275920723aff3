// Load on a service from a process of its own. Reads {url, connections, seconds, headers, body} as JSON from its input; each
// connection sends the next one of `headers`. Prints {perSecond, p99, bad} as JSON.
import autocannon from 'autocannon';
import { text } from 'node:stream/consumers';

const { url, connections, seconds, headers, body } = JSON.parse(await text(process.stdin));
let next = 0;
const load = (duration) =>
  autocannon({
    ...{ url, connections, duration, method: 'POST', body },
    setupClient: (client) => client.setHeaders(headers[next++ % headers.length]),
  });

await load(1);
const { requests, duration, latency, non2xx, errors } = await load(seconds);
console.log(JSON.stringify({ perSecond: requests.total / duration, p99: latency.p99, bad: non2xx + errors }));
