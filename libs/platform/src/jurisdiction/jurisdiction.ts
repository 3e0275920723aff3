// A state is data: which houses there are, who holds which office, which pillars and themes its strategy has.
import {
  HasEach,
  HasPart,
  HasParts,
  IsCalendarDate,
  IsCode,
  IsFlag,
  IsMinistryCode,
  IsText,
} from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import { IsOptional } from 'class-validator';

import { Limits } from './limits';

export class MinistryEntry {
  @IsMinistryCode() readonly code!: string;
  @IsText({ max: 300 }) readonly name!: string;
  @IsText({ max: 60 }) readonly shortName!: string;
}

/** Which house holds an office that exists once: the code of a ministry. */
export class Offices {
  @IsMinistryCode() readonly cabinet!: string;
  @IsMinistryCode() readonly finance!: string;
  @IsMinistryCode() readonly strategy!: string;
}
export type Office = keyof Offices;

export class PillarEntry {
  @IsCode() readonly code!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @IsOptional() @IsText({ max: 4000 }) readonly description?: string | null;
}

export class ThemeEntry {
  @IsCode() readonly code!: string;
  /** The code of a pillar of the same file. */
  @IsCode() readonly pillar!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @IsOptional() @IsText({ max: 4000 }) readonly description?: string | null;
}

/** What a jurisdiction file says. `loadJurisdiction` also checks that it does not contradict itself. */
export class Jurisdiction {
  @IsCode() readonly id!: string;
  @IsText({ max: 200 }) readonly name!: string;
  /** The official names are not at hand: every page says so, and where the sample was loaded, that the facts are made up. */
  @IsOptional() @IsFlag() readonly sample?: boolean | null;
  @HasParts(() => MinistryEntry, { max: 100 }) readonly ministries!: readonly MinistryEntry[];
  @HasPart(() => Offices) readonly offices!: Offices;
  @HasParts(() => PillarEntry, { max: 100 }) readonly pillars!: readonly PillarEntry[];
  @HasParts(() => ThemeEntry, { max: 900 }) readonly themes!: readonly ThemeEntry[];
  /** The day from which its pillars and themes hold; the day of the first start, when none is said. */
  @IsOptional() @IsCalendarDate() readonly frameworkSince?: CalendarDate | null;
  @IsOptional() @HasEach(IsCalendarDate, { max: 1000 }) readonly holidays?: readonly CalendarDate[] | null;
  @IsOptional() @HasPart(() => Limits) readonly limits?: Limits | null;
}
