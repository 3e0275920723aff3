// What a reader may see.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Audience } from '@zielwerk/contracts';
import type { FastifyRequest } from 'fastify';

import type { Caller } from './caller';

/** Without a token `public`; the audit office `house`, which is everything; anybody with a role `government`. */
export const audienceOf = (caller: Caller | null): Audience => {
  if (!caller || caller.roles.length === 0) return 'public';
  return caller.roles.includes('auditor') ? 'house' : 'government';
};

/** `@Reader() audience: Audience` in a controller. */
export const Reader = createParamDecorator((_: unknown, host: ExecutionContext): Audience =>
  audienceOf(host.switchToHttp().getRequest<FastifyRequest>().caller),
);
