export interface Service {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface ServiceOptions {
  name: string;
  /** The deployable. */
  file: string;
  port: number;
  env: Record<string, string>;
  /** What it says is appended there. */
  log: string;
}

/** Resolves once it says that it is ready; rejects with the end of its log when it ends before. */
export function startService(options: ServiceOptions): Promise<Service>;
