// What a token must say, checked like everything else that comes from outside.
import { contractOf, HasEach, IsCode, IsMinistryCode, IsText, word } from '@zielwerk/contracts';
import { IsOptional, Matches } from 'class-validator';

import type { Caller } from './caller';

// Policies of the house act under `policy:<name>`; nobody may come under such a name.
export const IsSubject = word('1 to 200 printable characters without a space, not starting with policy:', (says) =>
  Matches(/^(?!policy:)[\x21-\x7e]{1,200}$/u, says),
);

const IsCommandName = word('the name of a command such as ReportObservation', (says) =>
  Matches(/^[A-Z][A-Za-z]{1,99}$/u, says),
);

/** The claims that count here; a token may carry others beside them. */
export class Claims {
  @IsSubject() readonly sub!: string;
  @IsOptional() @IsMinistryCode() readonly ministry?: string | null;
  @HasEach(IsCode, { max: 50 }) readonly roles!: readonly string[];
  @IsOptional() @IsText({ max: 100 }) readonly unit?: string | null;
  @IsOptional() @IsText({ max: 200 }) readonly function?: string | null;
  @IsOptional() @IsText({ max: 200 }) readonly deputyFor?: string | null;
  /** Of a machine: the commands that its house gave it. */
  @IsOptional() @HasEach(IsCommandName, { max: 200 }) readonly commands?: readonly string[] | null;
}
const claims = contractOf(Claims);
const NAMES = [
  'sub',
  'ministry',
  'roles',
  'unit',
  'function',
  'deputyFor',
  'commands',
] as const satisfies (keyof Claims)[];

/** Throws Malformed when a claim is not what it must be. */
export const callerFrom = (payload: Readonly<Record<string, unknown>>): Caller => {
  const named = NAMES.filter((name) => Object.hasOwn(payload, name)).map((name) => [name, payload[name]] as const);
  const { sub, roles, ...claimed } = claims.parse(Object.fromEntries(named));
  return {
    subject: sub,
    roles,
    ministry: claimed.ministry ?? null,
    function: claimed.function ?? null,
    unit: claimed.unit ?? null,
    deputyFor: claimed.deputyFor ?? null,
    commands: claimed.commands ?? [],
  };
};
