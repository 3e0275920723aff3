// Whether a service lives, and whether it can do its work.
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** `up`, and whatever numbers help to understand it. */
export type Check = Readonly<{ up: boolean } & Record<string, string | number | boolean>>;

/** By name. A check that throws counts as down. */
export type Checks = Readonly<Record<string, () => Check | Promise<Check>>>;

/** Injects the service's Checks. */
export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');

type Health = Readonly<{ status: 'up' | 'down'; checks: Readonly<Record<string, Check>> }>;

@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH_CHECKS) private readonly checks: Checks) {}

  @Get('live')
  @ApiOperation({ operationId: 'IsAlive', summary: 'Says that the process answers.' })
  @ApiOkResponse({ description: 'It does.' })
  live(): Readonly<{ status: 'up' }> {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'IsReady', summary: 'Says whether the service can do its work, check by check.' })
  @ApiOkResponse({ description: 'All checks are up.' })
  @ApiResponse({ status: 503, description: 'At least one check is down.' })
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
