import { Injectable } from '@nestjs/common';
import { Clock } from '@zielwerk/kernel';
import { audienceOf, Jurisdiction, type LimitsInForce, limitsOf } from '@zielwerk/platform';
import type { FastifyRequest } from 'fastify';

import type { Reader } from '../views/answer';

/** Who asks, as far as answers depend on it. */
@Injectable()
export class Readers {
  private readonly limits: LimitsInForce;

  constructor(
    private readonly clock: Clock,
    jurisdiction: Jurisdiction,
  ) {
    this.limits = limitsOf(jurisdiction);
  }

  of({ caller }: FastifyRequest): Reader {
    return { audience: audienceOf(caller), day: this.clock.today(), limits: this.limits };
  }
}
