import type { Server } from 'node:http';

/** Ports on this machine, houses by code. */
export interface Routes {
  port: number;
  strategy: number;
  houses: ReadonlyMap<string, number>;
}

/** Resolves when it listens. */
export function startGateway(routes: Routes): Promise<Server>;
