/** A fast stop rolls back what is under way; an immediate one is a crash, and the next start recovers from it. */
export type Stop = 'fast' | 'immediate';

/** PEM. */
export interface Tls {
  readonly certificate: string;
  readonly key: string;
}

/** Why no server can be started here, in one sentence; undefined when one can. */
export function postgresMissing(): string | undefined;

/** A server on a free port of 127.0.0.1 with a data folder of its own; whoever comes is trusted. Ends with this process. */
export class PostgresServer {
  /** In a new folder for temporary files. With `tls` it takes connections with and without, and has that certificate. */
  static create(tls?: Tls): Promise<PostgresServer>;
  /** In a folder that is kept, with what it holds; made when it is missing. As root, nobody must be able to go there. */
  static open(folder: string): Promise<PostgresServer>;
  private constructor();

  readonly port: number;
  /** Of a user who may do everything. */
  readonly url: string;
  /** Within the data folder. */
  file(path: string): string;
  /** Answers once it serves. */
  start(): Promise<void>;
  /** Answers once the process has ended. By default fast. */
  stop(how?: Stop): Promise<void>;
  /** Stops it and deletes its folder. */
  remove(): Promise<void>;
}
