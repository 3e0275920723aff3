// Tells a path that is nowhere from one that exists for another method.
import type { FastifyInstance } from 'fastify';

/** The path exists, but not for this method: 405. */
export class MethodNotAllowed extends Error {
  override readonly name = 'MethodNotAllowed';

  constructor(readonly allowed: readonly string[]) {
    super('The path does not know this method.');
  }
}

type Route = Readonly<{ path: RegExp; methods: readonly string[] }>;

/** The routes of an application; it must watch before they are made. */
export class KnownRoutes {
  private readonly routes: Route[] = [];

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      const path = url.split('/').map((step) => (step.startsWith(':') ? '[^/]+' : literally(step)));
      this.routes.push({ path: new RegExp(`^${path.join('/')}$`, 'u'), methods: [method].flat() });
    });
  }

  /** The methods of a path, sorted; none for a path that is nowhere. */
  methodsOf(url: string): readonly string[] {
    const [path = ''] = url.split('?');
    const methods = this.routes.filter((route) => route.path.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  }
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
