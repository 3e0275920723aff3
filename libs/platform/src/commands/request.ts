// From a request to a command: who, under which id, to which entity. The same for a route and for a line of NDJSON.
import { contractOf, type Fault, IsId } from '@zielwerk/contracts';

import type { Caller } from '../identity/caller';
import { capacityOf } from '../identity/caller';
import { holdsRole } from '../identity/permission';
import { InvalidRequest } from '../http/invalid-request';
import { entityId, uuidv5 } from '../uuid';
import type { SliceCommand } from './command-class';
import { commandHash } from './command-hash';
import type { Sent, SliceRoute } from './slice';

/** A request to a slice before anything of it was checked. `id`: of the entity, from the route or the line. */
export type Asked = Readonly<{
  caller: Caller;
  ministry: string;
  id: unknown;
  body: unknown;
  commandId: string;
  correlationId: string;
  expectedRevision: number | null;
}>;

class Path {
  @IsId() readonly id!: string;
}
const path = contractOf(Path);

/** Throws Rejected (role) and InvalidRequest with every faulty field. */
export const toCommand = (slice: SliceRoute, asked: Asked): SliceCommand => {
  holdsRole(asked.caller, slice.roles);
  const { body } = asked;
  const at = { id: asked.id };
  if (!slice.contract.accepts(body) || (slice.param !== null && !path.accepts(at))) throw refused(slice, asked);

  const id = slice.param === null ? newId(slice, body, asked) : (asked.id as string);
  const { caller, ministry, commandId, correlationId, expectedRevision } = asked;
  return new slice.commandClass(id, body, body.occurredOn ?? null, {
    ...{ commandId, correlationId, expectedRevision },
    commandHash: commandHash(slice.command, body),
    actor: caller.subject,
    by: capacityOf(caller, ministry),
  });
};

const refused = ({ param, contract }: SliceRoute, { id, body }: Asked): InvalidRequest => {
  const inPath: readonly Fault[] =
    param === null || path.accepts({ id })
      ? []
      : path.faults({ id }).map(({ detail }) => ({ pointer: `#/${param}`, detail: detail.replace(/^id/u, param) }));
  return new InvalidRequest([...inPath, ...(contract.accepts(body) ? [] : contract.faults(body))]);
};

const newId = (slice: SliceRoute, body: Sent, { ministry, caller, commandId }: Asked): string => {
  const id = idIn(slice, body, ministry);
  if (id === null) return body.id ?? uuidv5(`${caller.subject}/${commandId}`);
  if (body.id !== undefined && body.id !== null && body.id !== id)
    throw new InvalidRequest([
      { pointer: '#/id', detail: `id must be left out or ${id}: it follows from the other fields.` },
    ]);
  return id;
};

const idIn = ({ category, idOf, referenceOf }: SliceRoute, body: Sent, ministry: string): string | null => {
  if (idOf) return idOf(body);
  const reference = referenceOf(body);
  return reference === null ? null : entityId(ministry, category, reference);
};
