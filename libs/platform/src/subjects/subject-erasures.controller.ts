// A person is forgotten: the map no longer says whose a reference was, and every event stays as it is.
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiSchema } from '@nestjs/swagger';
import { contractOf } from '@zielwerk/contracts';
import { Subjects } from '@zielwerk/kernel';
import type { FastifyRequest } from 'fastify';

import { MINISTRY, type Ministry } from '../commands/deciders';
import { problemResponses } from '../http/documented';
import { InvalidRequest } from '../http/invalid-request';
import { IsSubject } from '../identity/claims';
import { mayDo } from '../identity/permission';
import { Does } from '../identity/route-act';

/** `sub` of the tokens of whoever is to be forgotten. */
export class SubjectErasure {
  @IsSubject() readonly subject!: string;
}
const erasure = contractOf(SubjectErasure);

const { title, ...schema } = erasure.schema;
ApiSchema({ name: String(title), ...schema })(SubjectErasure);

@Controller('subject-erasures')
export class SubjectErasuresController {
  constructor(
    private readonly subjects: Subjects,
    @Inject(MINISTRY) private readonly ministry: Ministry,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('erase')
  @ApiOperation({
    operationId: 'EraseSubject',
    summary: 'Forgets who stands behind the references in the events of this house.',
    description: 'Roles: operator. A second time it changes nothing.',
  })
  @ApiBearerAuth('token')
  @ApiBody({ type: SubjectErasure })
  @ApiOkResponse({
    description: 'Nothing in this house says any more whose the reference was. `erased`: something did before.',
    schema: { type: 'object', required: ['erased'], properties: { erased: { type: 'boolean' } } },
  })
  @problemResponses(400, 401, 403, 413, 415, 429, 503)
  async erase(@Req() { caller, body }: FastifyRequest): Promise<Readonly<{ erased: boolean }>> {
    mayDo('erase', caller, this.ministry.code);
    const sent = body ?? {};
    if (!erasure.accepts(sent)) throw new InvalidRequest(erasure.faults(sent));
    return { erased: await this.subjects.erase(sent.subject) };
  }
}
