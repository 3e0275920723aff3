import type { Broker } from '../kafka/broker.mjs';
import type { Service } from './processes.mjs';

export type { Service } from './processes.mjs';

export interface Cluster {
  /** Where all services answer, by their paths. */
  readonly url: string;
  readonly brokers: string;
  /** Undefined when the brokers were there already. */
  readonly broker: Broker | undefined;
  /** Where the houses' store is; undefined for files. */
  readonly storeUrl: string | undefined;
  /** The port of the strategy service. */
  readonly strategy: number;
  /** Ports by code. */
  readonly houses: ReadonlyMap<string, number>;
  /** By the code of a house, or `strategy`. */
  readonly services: ReadonlyMap<string, Service>;
  /** Starts one service anew on its data; it must have ended. */
  restart(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Of the gateway; the strategy service gets the next one, the houses those after it. */
  port: number;
  /** Absolute. */
  data: string;
  /** Absolute. */
  jurisdiction: string;
  env?: Record<string, string>;
  /** Brokers that are there already; by default one is started. */
  brokers?: string;
  /** What keeps each house's events; by default sqlite. */
  store?: 'sqlite' | 'postgres' | 'kurrent';
  /** Where that is. A PostgreSQL is started where nobody says, and is then the strategy service's as well. */
  storeUrl?: string;
  /** The PostgreSQL that the strategy service keeps its rows in; by default the houses', or files where they have none. */
  readModelUrl?: string;
}

/** Resolves when every service is ready. The deployables must have been built. */
export function startCluster(options: ClusterOptions): Promise<Cluster>;
