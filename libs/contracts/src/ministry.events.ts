// Ressortneuzuschnitt: ministries come, go and change, recorded by the house that holds the office `cabinet`. Each takes
// effect on the day it occurred; what an earlier house decided stays under its code.
import { catalogue, defineEvent, type EventIn } from './define-event';
import { IsMinistryCode, IsText } from './vocabulary';
import { OrNull } from './word';

export class MinistryEstablished {
  @IsMinistryCode() readonly ministry!: string;
  @IsText({ max: 300 }) readonly name!: string;
  @IsText({ max: 60 }) readonly shortName!: string;
}

export class MinistryRenamed {
  @IsMinistryCode() readonly ministry!: string;
  @IsText({ max: 300 }) readonly name!: string;
  @IsText({ max: 60 }) readonly shortName!: string;
}

/** In the stream of the ministry that gives it away. */
export class RemitTransferred {
  @IsMinistryCode() readonly ministry!: string;
  @IsMinistryCode() readonly to!: string;
  @IsText({ max: 400 }) readonly remit!: string;
}

export class MinistryDissolved {
  @IsMinistryCode() readonly ministry!: string;
  @OrNull() @IsMinistryCode() readonly successor!: string | null;
}

export const ministryEvents = catalogue(
  defineEvent('MinistryEstablished', MinistryEstablished, 'public'),
  defineEvent('MinistryRenamed', MinistryRenamed, 'public'),
  defineEvent('RemitTransferred', RemitTransferred, 'public'),
  defineEvent('MinistryDissolved', MinistryDissolved, 'public'),
);
export type MinistryEvent = EventIn<typeof ministryEvents>;
