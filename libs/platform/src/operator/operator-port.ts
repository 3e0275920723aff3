// Where operators and their tools ask: a listener of its own, which is not for the public and takes no token.
import { Unavailable } from '@zielwerk/kernel';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isIP } from 'node:net';

import { InvalidConfiguration } from '../configuration/invalid-configuration';
import { newTraceId } from '../http/trace';
import type { Metrics } from '../metrics/metrics';
import { NotProjecting, type ParkedDesk, UnknownProjection } from './parked-desk';
import { type Readiness, readinessOf } from './readiness';
import type { Vitals } from './vitals';

/** A service as the operator port sees it. */
export type Operated = Readonly<{
  name: string;
  vitals: () => Promise<Vitals>;
  /** Where there is something that could be parked. */
  parked?: ParkedDesk;
}>;

export type OperatorPort = Readonly<{
  url: string;
  /** All services are open: until now the process was starting. */
  opened: (services: readonly Operated[]) => void;
  /** From now on the process is not ready: whoever sends requests shall send them elsewhere. */
  stopping: () => void;
  close: () => Promise<void>;
}>;

type State = { phase: 'starting' | 'running' | 'stopping'; services: readonly Operated[] };

class OperatorProblem extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/**
 * Listens at once, also while services still start. Rejects, with a sentence that names the variable, when the port is
 * taken.
 */
export const listenForOperators = async (
  { host, port }: Readonly<{ host: string; port: number }>,
  metrics: Metrics,
): Promise<OperatorPort> => {
  const state: State = { phase: 'starting', services: [] };
  const app = fastify({ forceCloseConnections: true, return503OnClosing: false, bodyLimit: 1_024 });
  app.setErrorHandler((error: FastifyError, _, reply) => answerProblem(asAnswered(error), reply));
  app.setNotFoundHandler((_, reply) => answerProblem(new OperatorProblem(404, 'not-found', 'Nothing is here.'), reply));
  serveMetrics(app, state, metrics);
  serveHealth(app, state);
  serveParked(app, state, host);
  const url = await app.listen({ host, port }).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new InvalidConfiguration(
      code === 'EADDRINUSE'
        ? `Port ${port} of ${host} is in use; choose another with ZIELWERK_OPERATOR_PORT.`
        : `ZIELWERK_OPERATOR_HOST ${host} must be the name or address of a network interface of this machine (${code}).`,
    );
  });
  return {
    url,
    opened: (services) => Object.assign(state, { phase: 'running', services }),
    stopping: () => Object.assign(state, { phase: 'stopping' }),
    close: () => app.close(),
  };
};

const asAnswered = (error: FastifyError): FastifyError | OperatorProblem =>
  error instanceof Unavailable ? new OperatorProblem(503, 'unavailable', error.message) : error;

const answerProblem = (error: FastifyError | OperatorProblem, reply: FastifyReply): FastifyReply => {
  const status = error.statusCode ?? 500;
  const code = error instanceof OperatorProblem ? error.code : status < 500 ? 'malformed-request' : 'internal-error';
  const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
  const detail = error instanceof OperatorProblem ? { detail: error.message } : {};
  const problem = { type: `/problems/${code}`, title, status, ...detail, traceId: newTraceId() };
  return reply.status(status).type('application/problem+json').send(JSON.stringify(problem));
};

const vitalsOf = ({ services }: State): Promise<readonly (readonly [string, Vitals])[]> =>
  Promise.all(services.map(async ({ name, vitals }) => [name, await vitals()] as const));

const serveMetrics = (app: FastifyInstance, state: State, metrics: Metrics): void => {
  app.get('/metrics', async (_, reply) => {
    metrics.show(Object.fromEntries(await vitalsOf(state)));
    return reply.type(metrics.contentType).send(await metrics.text());
  });
};

const serveHealth = (app: FastifyInstance, state: State): void => {
  app.get('/health/live', () => ({ status: 'up' }));
  app.get('/health/ready', async (_, reply) => {
    const all = (await vitalsOf(state)).map(([name, vitals]) => [name, readinessOf(vitals)] as const);
    const up = state.phase === 'running' && all.every(([, { status }]) => status === 'up');
    const services: Readonly<Record<string, Readiness>> = Object.fromEntries(all);
    return reply
      .status(up ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: up ? 'up' : 'down', phase: state.phase, services });
  });
};

const serveParked = (app: FastifyInstance, state: State, host: string): void => {
  const desk = (): ParkedDesk => {
    const [found] = state.services.flatMap(({ parked }) => parked ?? []);
    if (found) return found;
    if (state.phase === 'starting') throw new OperatorProblem(503, 'unavailable', 'The services are still starting.');
    throw new OperatorProblem(404, 'not-found', 'No service of this process projects events: none can be parked.');
  };
  void app.register((parked, _, done) => {
    parked.addHook('onRequest', (request, _reply, next) => next(objectionToBrowser(request, host)));
    parked.get('/parked', async () => ({ items: await desk().list() }));
    parked.get<{ Params: { id: string } }>('/parked/:id', async ({ params }) => {
      const shown = /^\d{1,15}$/u.test(params.id) ? await desk().show(Number(params.id)) : null;
      if (shown) return shown;
      throw new OperatorProblem(404, 'not-found', 'No event is parked under this id.');
    });
    parked.post<{ Querystring: { projection?: string } }>('/parked/requeue', async ({ query }) => {
      try {
        return await desk().requeue(query.projection ?? null);
      } catch (error) {
        if (error instanceof UnknownProjection) throw new OperatorProblem(404, 'not-found', error.message);
        if (error instanceof NotProjecting) throw new OperatorProblem(409, 'not-projecting', error.message);
        throw error;
      }
    });
    done();
  });
};

/** A page in a browser of this machine could ask as well: it always says where it is from, or under which name it asks. */
const objectionToBrowser = ({ headers, hostname }: FastifyRequest, host: string): OperatorProblem | undefined => {
  const fromPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  const ours = hostname === 'localhost' || hostname === host || isIP(hostname.replace(/^\[|\]$/gu, '')) !== 0;
  if (!fromPage && ours) return undefined;
  return new OperatorProblem(403, 'forbidden', 'Operators ask by address, and not from a page.');
};
