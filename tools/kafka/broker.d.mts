export type Availability = { available: true } | { available: false; reason: string };

export interface BrokerExit {
  /** null if a signal ended the process; 143 after an orderly stop. */
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Broker {
  /** Bootstrap address, `127.0.0.1:PORT`. */
  readonly brokers: string;
  readonly nodeId: number;
  readonly port: number;
  readonly controllerPort: number;
  /** Absolute; holds data/, server.properties, broker.log (and broker.log.1, of the start before) and broker.pid. */
  readonly dataDir: string;
  /** Of the running process; undefined while none runs. */
  readonly pid: number | undefined;
  /**
   * Resolves when the present process has ended, for whatever reason; a new promise after restart(). Otherwise a broker
   * does not keep its parent alive: reading this makes it.
   */
  readonly exited: Promise<BrokerExit>;
  /** Orderly stop (SIGTERM); after 15 s SIGKILL. Resolves when the process has ended; at once if none runs. */
  stop(): Promise<BrokerExit>;
  /** SIGKILL. Resolves when the process has ended; at once if none runs. */
  kill(): Promise<BrokerExit>;
  /** Starts again with the same data and ports (after an orderly stop if it still runs); resolves when it serves. */
  restart(): Promise<void>;
}

export interface BrokerOptions {
  /** Created and formatted if new. */
  dataDir: string;
  /** 0 or nothing: a free one. */
  port?: number;
  /** 0 or nothing: a free one. */
  controllerPort?: number;
  nodeId?: number;
  /** All controllers of a cluster, `ID@127.0.0.1:CONTROLLERPORT` each, in the same order for every node. */
  voters?: string[];
  /** For a new data folder only; by default random or, with voters, derived from them. */
  clusterId?: string;
  /** Entries of server.properties that override the tool's own. */
  properties?: Record<string, string | number | boolean>;
}

export interface Cluster {
  /** Bootstrap addresses, separated by commas. */
  readonly brokers: string;
  readonly nodes: readonly Broker[];
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Node N keeps its data in `node-N` below. */
  dataDir: string;
  /** 3 by default; with 3 or more every topic has three copies, and a record counts as written with two. */
  size?: number;
  properties?: Record<string, string | number | boolean>;
}

/**
 * Whether a broker can be started here; if not, the reason is one sentence. The first call on a machine may take a
 * minute and blocks the thread meanwhile: Maven loads the jars.
 */
export function kafkaAvailable(): Availability;

/**
 * Resolves when the broker serves requests; rejects with the end of its log if it ends, or is not ready in 60 s. A
 * broker left behind on this data folder by a killed process is ended first. The broker ends with this process.
 */
export function startBroker(options: BrokerOptions): Promise<Broker>;

/** Starts brokers on free ports as one cluster; resolves when each of them knows all others. */
export function startCluster(options: ClusterOptions): Promise<Cluster>;
