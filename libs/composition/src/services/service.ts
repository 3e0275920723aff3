import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ParkedDesk, Vitals } from '@zielwerk/platform';

/** A service on its adapters, ready for requests that somebody hands to its application. */
export type Service = Readonly<{
  /** The code of a house, or `strategy`. */
  name: string;
  /** Requests whose path starts with it are its own. */
  prefix: string;
  app: NestFastifyApplication;
  /** Nothing that was recorded so far is still on its way from it, or to it. */
  isSettled: () => Promise<boolean>;
  /** How it is, for operators. */
  vitals: () => Promise<Vitals>;
  /** What operators can do about parked events, where events are projected. */
  parked?: ParkedDesk;
  /** Answers what was accepted, then lets go of files and connections; the bus belongs to the process. */
  stop: () => Promise<void>;
}>;
