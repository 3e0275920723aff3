// The one place where failures leave a service.
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, type LoggerService } from '@nestjs/common';
import { Unavailable } from '@zielwerk/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type KnownRoutes, MethodNotAllowed } from './known-routes';
import type { ServiceMetrics } from '../metrics/metrics';
import { codeOf, problemOf } from './problem';
import { traceIdOf } from './trace';

export const PROBLEM_JSON = 'application/problem+json';

/** What a reader gets instead of a problem who wants a page to look at; null for everybody else. */
export type FailurePages = (
  status: number,
  request: FastifyRequest,
) => Readonly<{ headers: Readonly<Record<string, string>>; body: string }> | null;

export type Told = Readonly<{ logger: LoggerService | null; metrics: Pick<ServiceMetrics, 'refused'> | null }>;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: KnownRoutes,
    private readonly told: Told,
    private readonly pages: FailurePages = () => null,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const traceId = request.traceId || traceIdOf(request.headers);
    const { problem, headers } = problemOf(this.perhapsOtherMethod(error, request), traceId);
    const code = codeOf(problem);
    request.problemCode = code;
    this.told.metrics?.refused(code);
    // Whoever hangs up in the middle of a request gets no answer and is no failure of ours.
    if (problem.status >= 500 && !request.raw.destroyed) this.tell(error, traceId);
    const page = this.pages(problem.status, request);
    void reply.status(problem.status).headers(headers);
    if (page) void reply.headers(page.headers).send(page.body);
    else void reply.type(PROBLEM_JSON).send(JSON.stringify(problem));
  }

  /** An engine that is away is a matter for operators, and no fault of the program. */
  private tell(error: unknown, traceId: string): void {
    if (error instanceof Unavailable) this.told.logger?.warn({ msg: error.message, traceId });
    else this.told.logger?.error({ traceId, error: logged(error) });
  }

  private perhapsOtherMethod(error: unknown, { is404, url, method }: FastifyRequest): unknown {
    if (!is404 || !(error instanceof HttpException)) return error;
    const allowed = this.routes.methodsOf(url);
    // The router takes no step of a path that is longer than any name: it is nowhere, whatever the method.
    return allowed.length === 0 || allowed.includes(method) ? error : new MethodNotAllowed(allowed);
  }
}

/** What the log keeps of an error: its stack, and its cause's. */
export const logged = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${logged(error.cause)}`}`
    : String(error);
