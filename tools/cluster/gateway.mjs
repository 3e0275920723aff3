// One address for all services, as an ingress gives them in production: routes by the first words of the path, changes nothing.
import { createServer, request } from 'node:http';

const HOUSE = /^\/api\/ministries\/([a-z]{2,8})(?=[/?]|$)/u;

const unreachable = (response) => {
  if (response.headersSent) return response.destroy();
  const problem = { type: '/problems/service-unavailable', title: 'Service unavailable', status: 503 };
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
  response.end(JSON.stringify({ ...problem, detail: 'The service behind this path does not answer right now.' }));
};

/**
 * @param {{ port: number, strategy: number, houses: ReadonlyMap<string, number> }} routes ports on this machine; a path of
 * a house that is not named goes to the strategy service, which says that it is not there
 * @returns {Promise<import('node:http').Server>}
 */
export const startGateway = ({ port, strategy, houses }) =>
  new Promise((resolve, reject) => {
    const server = createServer((incoming, response) => {
      const house = HOUSE.exec(incoming.url ?? '')?.[1];
      const { method, url: path, headers } = incoming;
      const target = { host: '127.0.0.1', port: houses.get(house) ?? strategy, method, path, headers };
      const outgoing = request(target, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      outgoing.on('error', () => unreachable(response));
      response.on('close', () => outgoing.destroy());
      incoming.pipe(outgoing);
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
