// Whether a service lives, and whether it can do its work.
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, type ApiResponseSchemaHost } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { problemResponses } from '../http/documented';
import { Does } from '../identity/route-act';

/** `up`, and whatever numbers help to understand it. */
export type Check = Readonly<{ up: boolean } & Record<string, string | number | boolean>>;

/** By name. A check that throws counts as down. */
export type Checks = Readonly<Record<string, () => Check | Promise<Check>>>;

/** Injects the service's Checks. */
export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');

type Health = Readonly<{ status: 'up' | 'down'; checks: Readonly<Record<string, Check>> }>;

const HEALTH: ApiResponseSchemaHost['schema'] = {
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', enum: ['up', 'down'] }, checks: { type: 'object' } },
};

@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH_CHECKS) private readonly checks: Checks) {}

  @Get('live')
  @Does('read')
  @ApiOperation({ operationId: 'IsAlive', summary: 'Says that the process answers.' })
  @ApiOkResponse({ description: 'It does.', schema: HEALTH })
  @problemResponses(401)
  live(): Readonly<{ status: 'up' }> {
    return { status: 'up' };
  }

  @Get('ready')
  @Does('read')
  @ApiOperation({ operationId: 'IsReady', summary: 'Says whether the service can do its work, check by check.' })
  @ApiOkResponse({ description: 'All checks are up.', schema: HEALTH })
  @problemResponses(401)
  @ApiResponse({ status: 503, description: 'At least one check is down.', schema: HEALTH })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const checks = Object.fromEntries(
      await Promise.all(Object.entries(this.checks).map(async ([name, check]) => [name, await asked(check)] as const)),
    );
    const up = Object.values(checks).every((check) => check.up);
    void reply.status(up ? 200 : 503);
    return { status: up ? 'up' : 'down', checks };
  }
}

const asked = async (check: Checks[string]): Promise<Check> => {
  try {
    return await check();
  } catch {
    return { up: false };
  }
};
