// The REST route of a slice.
import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Subjects } from '@zielwerk/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { documented } from '../http/documented';
import { commandIdOf, correlationIdOf, revisionSeen } from '../http/headers';
import { memberOf } from '../identity/permission';
import { Does } from '../identity/route-act';
import { MINISTRY, type Ministry } from './deciders';
import type { Receipt } from './order';
import { toCommand } from './request';
import type { SliceRoute } from './slice';

export const controllerOf = (slice: SliceRoute): Type => {
  const pointers = { id: `#/${slice.param ?? 'id'}`, body: '#' };

  @Controller()
  class SliceController {
    constructor(
      private readonly commands: CommandBus,
      @Inject(MINISTRY) private readonly ministry: Ministry,
      private readonly subjects: Subjects,
    ) {}

    @Post(slice.route)
    @Does(slice.act)
    @documented(slice)
    async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Receipt> {
      const { headers, params, body } = request;
      const { code } = this.ministry;
      const caller = memberOf(request.caller, code);
      const commandId = commandIdOf(headers);
      const command = await toCommand(slice, {
        caller,
        actor: () => this.subjects.refOf(caller.subject),
        ministry: code,
        commandId,
        id: slice.param === null ? null : (params as Record<string, unknown>)[slice.param],
        body: body === undefined ? {} : body,
        correlationId: correlationIdOf(headers, commandId),
        expectedRevision: revisionSeen(headers),
        pointers,
      });
      const receipt = await this.commands.execute(command);
      void reply.header('etag', `"${receipt.revision}"`);
      return receipt;
    }
  }
  Object.defineProperty(SliceController, 'name', { value: `${slice.command}Controller` });
  return SliceController;
};
