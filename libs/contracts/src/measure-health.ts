import { IsMinistryCode, IsText } from './vocabulary';
import { OrNull } from './word';

/** What holds the measure up. */
export class Blocker {
  @IsText({ max: 1000 }) readonly what!: string;
  /** A ministry that is asked to help. */
  @OrNull() @IsMinistryCode() readonly helpFrom!: string | null;
  /** What it is asked to do. */
  @OrNull() @IsText({ max: 1000 }) readonly help!: string | null;
}
