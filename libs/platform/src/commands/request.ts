// From a request to a command: who, under which id, to which entity. The same for a route and for a line of NDJSON.
import { contractOf, type Fault, IsId } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';

import { InvalidRequest } from '../http/invalid-request';
import { type Caller, capacityOf } from '../identity/caller';
import { permittedTo } from '../identity/permission';
import { entityId, uuidv5 } from '../uuid';
import type { SliceCommand } from './command-class';
import { commandHash } from './command-hash';
import type { Sent, SliceRoute } from './slice';

/** A request to a slice before anything of it was checked. `id`: of the entity, from the route or the line. */
export type Asked = Readonly<{
  caller: Caller;
  /** The reference to the caller that events carry; asked only for a command that may be tried. */
  actor: () => Promise<string>;
  ministry: string;
  id: unknown;
  body: unknown;
  commandId: string;
  correlationId: string;
  expectedRevision: number | null;
  reportedOn?: CalendarDate | null | undefined;
  /** Where the id and the body stand in what was sent. */
  pointers: Readonly<{ id: string; body: string }>;
}>;

class Path {
  @IsId() readonly id!: string;
}
const path = contractOf(Path);

/** Rejects with Rejected (role) and InvalidRequest with every faulty field. */
export const toCommand = async (slice: SliceRoute, asked: Asked): Promise<SliceCommand> => {
  const roles = permittedTo(asked.caller, slice);
  const { body, caller, ministry, commandId, correlationId, expectedRevision } = asked;
  const id = slice.param === null ? null : { id: asked.id };
  if (!slice.contract.accepts(body) || !(id === null || path.accepts(id))) throw refused(slice, asked);

  const actor = await asked.actor();
  return new slice.commandClass(id?.id ?? newId(slice, body, asked, actor), body, body.occurredOn ?? null, {
    commandId,
    commandHash: hashOf(slice, body, asked),
    correlationId,
    actor,
    by: capacityOf(caller, ministry, roles),
    expectedRevision,
    reportedOn: asked.reportedOn,
  });
};

const hashOf = ({ command }: SliceRoute, body: Sent, { reportedOn }: Asked): string =>
  commandHash(command, reportedOn ? { ...body, reportedOn } : body);

const refused = ({ param, contract }: SliceRoute, { id, body, pointers }: Asked): InvalidRequest => {
  const name = pointers.id.slice('#/'.length);
  const ofId: readonly Fault[] =
    param === null || path.accepts({ id })
      ? []
      : path.faults({ id }).map(({ detail }) => ({ pointer: pointers.id, detail: detail.replace(/^id/u, name) }));
  const ofBody = contract.accepts(body) ? [] : contract.faults(body);
  return new InvalidRequest([
    ...ofId,
    ...ofBody.map(({ pointer, detail }) => ({ pointer: pointers.body + pointer.slice('#'.length), detail })),
  ]);
};

const newId = (slice: SliceRoute, body: Sent, asked: Asked, actor: string): string => {
  const { commandId, pointers } = asked;
  const id = idBorne(slice, body, asked);
  if (id === null) return body.id ?? uuidv5(`${actor}/${commandId}`);
  if (body.id === undefined || body.id === null || body.id === id) return id;
  const detail = `id must be left out or ${id}, which follows from what it is.`;
  throw new InvalidRequest([{ pointer: `${pointers.body}/id`, detail }]);
};

/** The id that follows from what the body says, if it does. */
const idBorne = ({ category, idOf, referenceOf }: SliceRoute, body: Sent, { ministry }: Asked): string | null => {
  if (idOf) return idOf(body);
  const reference = referenceOf(body);
  return reference === null ? null : entityId(ministry, category, reference);
};
