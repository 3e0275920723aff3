// The REST route of a slice.
import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { documented } from '../http/documented';
import { commandIdOf, correlationIdOf, revisionSeen } from '../http/headers';
import { memberOf } from '../identity/permission';
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
    ) {}

    @Post(slice.route)
    @documented(slice)
    async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Receipt> {
      const { headers, params, body } = request;
      const { code } = this.ministry;
      const commandId = commandIdOf(headers);
      const command = toCommand(slice, {
        caller: memberOf(request.caller, code),
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
