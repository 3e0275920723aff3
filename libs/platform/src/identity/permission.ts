// Whether a caller may send a command to this house.
import { Rejected } from '../commands/order';
import type { Caller } from './caller';

/** There is no token, or one that proves nothing: 401. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';

  /** `wasSent`: a token came, but is none that counts here. */
  constructor(
    readonly wasSent: boolean,
    detail: string,
  ) {
    super(detail);
  }
}

/** Throws unless somebody of this house asks. */
export const memberOf = (caller: Caller | null, ministry: string): Caller => {
  if (!caller) throw new Unauthenticated(false, 'A command needs a token.');
  if (caller.ministry !== ministry)
    throw new Rejected({
      code: 'foreign-ministry',
      kind: 'forbidden',
      detail: `Only ${ministry} may write here; the token is for ${caller.ministry ?? 'no ministry'}.`,
    });
  return caller;
};

/** Throws unless the caller has one of the roles. */
export const holdsRole = (caller: Caller, roles: readonly string[]): void => {
  if (roles.some((role) => caller.roles.includes(role))) return;
  throw new Rejected({
    code: 'role-missing',
    kind: 'forbidden',
    detail: `This needs the role ${roles.join(' or ')}.`,
  });
};
