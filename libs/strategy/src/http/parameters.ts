// What the lists of the read API can be asked for, in the words of the contracts; from here also come the parameters in OpenAPI.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  allEvents,
  type Class,
  contractOf,
  HEALTHS,
  INDICATOR_KINDS,
  type IndicatorKind,
  IsCalendarDate,
  IsCode,
  IsId,
  IsMinistryCode,
  IsOneOf,
  IsText,
  typeOf,
  word,
} from '@zielwerk/contracts';
import { GOAL_STATES } from '@zielwerk/goals-read-model';
import { MEASURE_STATES } from '@zielwerk/measures-read-model';
import { InvalidRequest } from '@zielwerk/platform';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';

import { goalSorting } from '../queries/list-goals.query';
import { indicatorSorting } from '../queries/list-indicators.query';
import { measureSorting } from '../queries/list-measures.query';
import { eventSorting } from '../queries/list-events.query';
import type { Sorting } from '../reading/page';
import type { GoalState, Health, MeasureState } from '../views/figures';

const IsPageSize = word('a whole number from 1 to 500', (says) => Matches(/^(?:[1-9]\d?|[1-4]\d\d|500)$/u, says));
const STREAM = String.raw`[a-z]{2,8}\.[a-zA-Z]{1,40}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`;
const IsStream = word('a stream such as mwu.measure-0190a1de-0000-7000-8000-000000000001', (says) =>
  Matches(new RegExp(`^${STREAM}$`, 'u'), says),
);
/** What a receipt says: `<stream>@<revision>`. */
export const IsPlace = word(
  'a stream and a revision such as mwu.measure-0190a1de-0000-7000-8000-000000000001@7',
  (says) => Matches(new RegExp(String.raw`^${STREAM}@(?:0|[1-9]\d{0,14})$`, 'u'), says),
);
const IsCursor = word('a cursor that a page gave', (says) => Matches(/^[\w-]{1,2000}$/u, says));
const IsSortOf = ({ keys }: Sorting) => IsOneOf(...Object.keys(keys).flatMap((key) => [key, `-${key}`]));

const EVENT_TYPES = [...new Set(Object.keys(allEvents.jsonSchemas()).map(typeOf))];

export class OneParameters {
  /** Waits, at most two seconds, until this event is in what is read. */
  @IsOptional() @IsPlace() readonly after?: string;
}

export class ListParameters extends OneParameters {
  @IsOptional() @IsPageSize() readonly limit?: string;
  @IsOptional() @IsCursor() readonly cursor?: string;
}

export class GoalParameters extends ListParameters {
  @IsOptional() @IsSortOf(goalSorting) readonly sort?: string;
  @IsOptional() @IsCode() readonly theme?: string;
  @IsOptional() @IsCode() readonly pillar?: string;
  @IsOptional() @IsMinistryCode() readonly ministry?: string;
  @IsOptional() @IsMinistryCode() readonly participant?: string;
  @IsOptional() @IsOneOf(...GOAL_STATES) readonly state?: GoalState;
  @IsOptional() @IsOneOf(...HEALTHS, 'undeclared') readonly health?: Health | 'undeclared';
  @IsOptional() @IsText({ max: 200 }) readonly q?: string;
}

export class MeasureParameters extends ListParameters {
  @IsOptional() @IsSortOf(measureSorting) readonly sort?: string;
  @IsOptional() @IsMinistryCode() readonly ministry?: string;
  @IsOptional() @IsOneOf(...MEASURE_STATES) readonly state?: MeasureState;
  @IsOptional() @IsOneOf(...HEALTHS, 'undeclared') readonly health?: Health | 'undeclared';
  @IsOptional() @IsId() readonly goal?: string;
  @IsOptional() @IsText({ max: 200 }) readonly q?: string;
}

export class IndicatorParameters extends ListParameters {
  @IsOptional() @IsSortOf(indicatorSorting) readonly sort?: string;
  @IsOptional() @IsMinistryCode() readonly ministry?: string;
  @IsOptional() @IsOneOf(...INDICATOR_KINDS) readonly kind?: IndicatorKind;
  @IsOptional() @IsId() readonly goal?: string;
  @IsOptional() @IsText({ max: 200 }) readonly q?: string;
}

export class EventParameters extends ListParameters {
  @IsOptional() @IsSortOf(eventSorting) readonly sort?: string;
  @IsOptional() @IsMinistryCode() readonly ministry?: string;
  @IsOptional() @IsStream() readonly stream?: string;
  @IsOptional() @IsOneOf(...EVENT_TYPES) readonly type?: string;
  @IsOptional() @IsCalendarDate() readonly from?: string;
  @IsOptional() @IsCalendarDate() readonly to?: string;
}

/** The query of the address, checked: an unknown parameter or a bad value is a 400 that names it. */
export const parametersOf = <Parameters extends object>(type: Class<Parameters>, query: unknown): Parameters => {
  const contract = contractOf(type);
  if (contract.accepts(query)) return query;
  throw new InvalidRequest(contract.faults(query));
};

/** `@Parameters(GoalParameters) parameters: GoalParameters` */
export const Parameters = createParamDecorator((type: Class, host: ExecutionContext) =>
  parametersOf(type, host.switchToHttp().getRequest<FastifyRequest>().query),
);

/** The parameters as a query takes them: the limit as a number. */
export const requestOf = <Asked extends ListParameters>({ limit, ...request }: Asked) => ({
  ...request,
  ...(limit !== undefined && { limit: Number(limit) }),
});
