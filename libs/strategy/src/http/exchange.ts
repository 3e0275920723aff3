import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request and the reply to it, whose headers and status may be set. */
export type Exchange = Readonly<{ request: FastifyRequest; reply: FastifyReply }>;

/** `@Exchanged() exchange: Exchange`: unlike `@Res()` it leaves the answer to be returned. */
export const Exchanged = createParamDecorator((_: unknown, host: ExecutionContext): Exchange => {
  const http = host.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
});
