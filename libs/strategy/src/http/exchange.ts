import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * A request and the reply to it, whose headers and status may be set. `form` tells answers apart that say the same in another
 * form, such as a page before and after a new release.
 */
export type Exchange = Readonly<{ request: FastifyRequest; reply: FastifyReply; form?: string }>;

/** `@Exchanged() exchange: Exchange`: unlike `@Res()` it leaves the answer to be returned. */
export const Exchanged = createParamDecorator((_: unknown, host: ExecutionContext): Exchange => {
  const http = host.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
});
