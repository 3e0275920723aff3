import { DEFAULT_JURISDICTION, loadSample, sampleOf } from '@zielwerk/composition';
import { DevelopmentIssuer, loadJurisdiction, readConfiguration } from '@zielwerk/platform';
import { join } from 'node:path';

import type { GlobalOptions } from './options';

export type SampleOptions = GlobalOptions & Readonly<{ url: string; today?: string }>;

/** Prints how many commands were sent. Throws when the jurisdiction has no sample, or a house refuses a command. */
export const sendSample = async ({ url, ...options }: SampleOptions): Promise<void> => {
  const { today, ...configuration } = readConfiguration(process.env, options);
  const jurisdiction = await loadJurisdiction(configuration.jurisdiction ?? DEFAULT_JURISDICTION);
  const sample = sampleOf(jurisdiction.id);
  if (!sample) throw new Error(`There is no sample for ${jurisdiction.name}.`);

  const issuer = await DevelopmentIssuer.open(configuration.issuerFolder ?? join(configuration.data, 'issuer'));
  const sent = await loadSample({ ...sample, url, jurisdiction, issuer, until: today ?? sample.today });
  process.stdout.write(`${sent} commands of the sample are recorded.\n`);
};
