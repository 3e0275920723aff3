// Who asks is settled before a byte of the body is read.
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { RateLimit } from '../http/rate-limit';
import type { Caller } from './caller';
import { Unauthenticated } from './permission';
import type { VerifiedTokens } from './verified-tokens';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Puts the caller on each request. Without a token one may only read; a token that proves nothing is refused everywhere;
 * a subject that asks too often is told to wait.
 */
export const identifyCallers = (fastify: FastifyInstance, tokens: VerifiedTokens, limit: RateLimit): void => {
  fastify.decorateRequest('caller', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      if (READING.has(request.method)) done();
      else done(new Unauthenticated(false, 'Without a token one may only read.'));
      return;
    }
    const token = /^Bearer ([\w.~+/-]{1,8000}=*)$/iu.exec(authorization)?.[1];
    if (token === undefined) {
      done(new Unauthenticated(true, 'The header Authorization must be Bearer and a token.'));
      return;
    }
    const caller = tokens.recall(token);
    if (caller) done(admit(request, caller, limit));
    else tokens.prove(token).then((proven) => done(admit(request, proven, limit)), done);
  });
};

const admit = (request: FastifyRequest, caller: Caller, limit: RateLimit): Error | undefined => {
  request.caller = caller;
  return limit.refuse(caller.subject);
};
