// What the audit office reads: an event as the house keeps it, and who acted.
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { type EventMeta, EventStore, Subjects } from '@zielwerk/kernel';
import type { FastifyRequest } from 'fastify';

import { MINISTRY, type Ministry } from '../commands/deciders';
import { Rejected } from '../commands/order';
import { problemResponses } from '../http/documented';
import { mayDo } from '../identity/permission';
import { Does } from '../identity/route-act';

/** `person`: the subject behind `meta.actor`; null when it was erased, and for a policy. */
type AuditedEvent = Readonly<{ wireType: string; data: unknown; meta: EventMeta; person: string | null }>;

const text = { type: 'string' };
const meta = ['id', 'stream', 'occurredOn', 'recordedAt', 'ministry', 'correlationId', 'actor', 'commandId'];
const schema = {
  type: 'object',
  required: ['wireType', 'data', 'meta', 'person'],
  properties: {
    wireType: { ...text, description: 'The type of the event and the version of its data.' },
    data: { type: 'object', description: 'As recorded, with the fields of every audience.' },
    meta: {
      type: 'object',
      properties: {
        ...Object.fromEntries(meta.map((name) => [name, text])),
        revision: { type: 'integer' },
        function: { type: ['string', 'null'] },
        commandHash: text,
        origin: { const: 'import', description: 'Only of a fact that was taken in later than it was reported.' },
        reportedOn: { ...text, description: 'With origin: the day on which it was reported at that time.' },
      },
    },
    person: { type: ['string', 'null'], description: 'Who is behind meta.actor; null once that was erased.' },
  },
};

@Controller('events')
export class EventsController {
  constructor(
    private readonly store: EventStore,
    private readonly subjects: Subjects,
    @Inject(MINISTRY) private readonly ministry: Ministry,
  ) {}

  @Get(':place')
  @Header('cache-control', 'no-store')
  @Does('audit')
  @ApiOperation({
    operationId: 'ReadEvent',
    summary: 'Shows an event as it was recorded, and who acted.',
    description: 'Roles: auditor, of any house or of none.',
  })
  @ApiBearerAuth('token')
  @ApiParam({ name: 'place', description: 'The stream and the revision: `mwu.goal-<id>@0`.', schema: text })
  @ApiOkResponse({ description: 'The event.', schema: schema as object })
  @problemResponses(401, 403, 404, 429, 503)
  async read(@Req() { caller, params }: FastifyRequest): Promise<AuditedEvent> {
    mayDo('audit', caller, this.ministry.code);
    const { place } = params as Readonly<{ place: string }>;
    const [, stream = '', revision = ''] = /^([^@]+)@(\d{1,15})$/u.exec(place) ?? [];
    const [event] = stream === '' ? [] : await this.store.readStream(stream, Number(revision));
    if (!event)
      throw new Rejected({ code: 'event-unknown', kind: 'not-found', detail: `There is no event ${place} here.` });
    const { wireType, data, meta } = event;
    return { wireType, data, meta, person: await this.subjects.personOf(meta.actor) };
  }
}
