import { Matches } from 'class-validator';

import { IsRevision } from './vocabulary';
import { word } from './word';

const IsMeasureStream = word(
  'the stream of a measure such as mwu.measure-0190a1de-0000-7000-8000-000000000001',
  (says) => Matches(/^[a-z]{2,8}\.measure-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, says),
);

/** Where an event of a measure stands. */
export class MeasurePlace {
  @IsMeasureStream() readonly stream!: string;
  @IsRevision() readonly revision!: number;
}
