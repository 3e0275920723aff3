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

type NextStream = (stream: string) => string | undefined;

/** The stream, and those that one after another leads to. Each once: two houses may each say that they have it from the other. */
export const streamsFrom = (stream: string, next: NextStream): readonly string[] => {
  const streams = new Set<string>();
  for (let one: string | undefined = stream; one !== undefined && !streams.has(one); one = next(one)) streams.add(one);
  return [...streams];
};

/**
 * Where a measure said first that it needs another one. A takeover in v1 leaves that out: it stands in the stream that
 * this one goes on from. Undefined as long as nothing is known of that.
 */
export const firstDeclaration = (
  stream: string,
  continues: NextStream,
  saidIn: (stream: string) => MeasurePlace | null | undefined,
): MeasurePlace | undefined => {
  for (const one of streamsFrom(stream, continues)) {
    const declaration = saidIn(one);
    if (declaration) return declaration;
  }
  return undefined;
};
