// Whether a caller may send a command to this house.
import { Rejected } from '../commands/order';
import type { Caller } from './caller';
import { type Act, type Role, ROLE_TABLE, rolesFor } from './roles';

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

/** Of the caller's roles those that allow the command. Throws when there is none. */
export const permittedTo = (
  caller: Caller,
  { command, roles }: Readonly<{ command: string; roles: readonly Role[] }>,
): readonly string[] => {
  const allowing = caller.roles.filter(
    (role) => roles.some((one) => one === role) || (role === 'machine' && caller.commands.includes(command)),
  );
  if (allowing.length > 0) return allowing;
  throw roleMissing(`${roles.join(' or ')}, or a machine that was given ${command}`);
};

/** Throws unless the caller may do what is no command. */
export const mayDo = (act: Act, caller: Caller | null, ministry: string): void => {
  if (!caller) throw new Unauthenticated(false, 'This needs a token.');
  const roles = rolesFor(act);
  if (!roles.some((role) => ROLE_TABLE[role].relation === 'any-house')) memberOf(caller, ministry);
  if (!roles.some((role) => caller.roles.includes(role))) throw roleMissing(roles.join(' or '));
};

const roleMissing = (needed: string): Rejected =>
  new Rejected({ code: 'role-missing', kind: 'forbidden', detail: `This needs the role ${needed}.` });
