// Who sends a request, as far as a verified token says.
import type { Capacity } from '@zielwerk/kernel';

/** `subject` is opaque. A reader such as the audit office belongs to no ministry. */
export type Caller = Readonly<{
  subject: string;
  ministry: string | null;
  roles: readonly string[];
  function: string | null;
  unit: string | null;
  /** The function whose holder the caller stands in for. */
  deputyFor: string | null;
  /** What the house gave a machine to do. */
  commands: readonly string[];
}>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Null without a token. */
    caller: Caller | null;
  }
}

/** `roles`: of the caller's, those that allow what is asked. */
export const capacityOf = (caller: Caller, ministry: string, roles: readonly string[]): Capacity => ({
  ministry,
  roles,
  function: caller.function,
  unit: caller.unit,
  deputyFor: caller.deputyFor,
});
