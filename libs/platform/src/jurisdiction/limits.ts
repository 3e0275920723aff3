// From where on a rule or a traffic light takes notice: a state says so in its file, or gets the usual values.
import { IsEuroCents, IsOneOf, IsPercent, word } from '@zielwerk/contracts';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export const REPORTING_PERIODICITIES = ['quarter', 'month'] as const;
export type ReportingPeriodicity = (typeof REPORTING_PERIODICITIES)[number];

const IsDays = word(
  'a whole number of days from 0 to 3650',
  (says) => IsInt(says),
  (says) => Min(0, says),
  (says) => Max(3650, says),
);

export class Limits {
  /** A release of a measure that plans more than that needs an economic appraisal; in euro cents. */
  @IsOptional() @IsEuroCents() readonly appraisalAboveCents?: number | null;
  /** A last milestone that is expected later than that after its baseline makes a measure red. */
  @IsOptional() @IsDays() readonly forecastDelayDays?: number | null;
  /** A goal with an indicator below that part of its path is red. */
  @IsOptional() @IsPercent() readonly redBelowPathPercent?: number | null;
  @IsOptional() @IsPercent() readonly amberBelowPathPercent?: number | null;
  /** A red measure that contributes with at least that weight makes its goal red, any other amber. */
  @IsOptional() @IsPercent() readonly heavyWeightPercent?: number | null;
  /** How often a measure is expected to report. */
  @IsOptional() @IsOneOf(...REPORTING_PERIODICITIES) readonly reportingPeriodicity?: ReportingPeriodicity | null;
}

type Given = Readonly<{ [Limit in keyof Limits]-?: NonNullable<Limits[Limit]> }>;
/** `appraisalAboveCents`: null where no appraisal is ever needed. */
export type LimitsInForce = Omit<Given, 'appraisalAboveCents'> & Readonly<{ appraisalAboveCents: number | null }>;

/** Of a jurisdiction, with the usual values where it says none. */
export const limitsOf = ({ limits }: Readonly<{ limits?: Limits | null | undefined }>): LimitsInForce => {
  const said = limits ?? {};
  return {
    appraisalAboveCents: said.appraisalAboveCents ?? null,
    forecastDelayDays: said.forecastDelayDays ?? 90,
    redBelowPathPercent: said.redBelowPathPercent ?? 70,
    amberBelowPathPercent: said.amberBelowPathPercent ?? 90,
    heavyWeightPercent: said.heavyWeightPercent ?? 50,
    reportingPeriodicity: said.reportingPeriodicity ?? 'quarter',
  };
};
