import { DEFAULT_JURISDICTION, readSample, sampleSteps, sampleTokens, sendSteps } from '@zielwerk/composition';
import { ClockOfDay, DevelopmentIssuer, loadJurisdiction, readConfiguration, SystemClock } from '@zielwerk/platform';
import { join } from 'node:path';

import type { GlobalOptions } from './options';

export type SampleOptions = GlobalOptions & Readonly<{ url: string; today?: string }>;

/** Prints how many commands were sent. Throws when the jurisdiction has no sample, or a house refuses a command. */
export const sendSample = async ({ url, ...options }: SampleOptions): Promise<void> => {
  const configuration = readConfiguration(process.env, options);
  const jurisdiction = await loadJurisdiction(configuration.jurisdiction ?? DEFAULT_JURISDICTION);
  const sample = readSample(join('samples', jurisdiction.id, 'sample.json'));
  if (!sample) throw new Error(`There is no sample for ${jurisdiction.name}.`);

  const clock = configuration.today === null ? new SystemClock() : new ClockOfDay(configuration.today);
  const issuer = await DevelopmentIssuer.open(configuration.issuerFolder ?? join(configuration.data, 'issuer'));
  const steps = sampleSteps(sample, jurisdiction.offices.cabinet, clock.today());
  process.stdout.write(`${await sendSteps(url, sampleTokens(issuer), steps)} commands of the sample are recorded.\n`);
};
