// Who sends a request, as far as a verified token says.
import type { Capacity } from '@zielwerk/kernel';

/** `subject` is opaque. A reader such as the audit office belongs to no ministry. */
export type Caller = Readonly<{
  subject: string;
  ministry: string | null;
  roles: readonly string[];
  function: string | null;
  unit: string | null;
  deputyFor: string | null;
}>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Null without a token. */
    caller: Caller | null;
  }
}

export const capacityOf = (caller: Caller, ministry: string): Capacity => ({
  ministry,
  roles: caller.roles,
  function: caller.function,
  unit: caller.unit,
});
