import { DEFAULT_JURISDICTION, eraseSubject } from '@zielwerk/composition';
import { readConfiguration } from '@zielwerk/platform';

import { checkMinistry } from './ministry';
import type { GlobalOptions } from './options';

export type EraseOptions = GlobalOptions & Readonly<{ ministry: string; url?: string }>;

/** Prints what became of it. Throws, with a sentence, when the house is none or does not do it. */
export const erase = async (subject: string, { ministry, url, ...options }: EraseOptions): Promise<void> => {
  const configuration = readConfiguration(process.env, options);
  await checkMinistry(ministry, configuration.jurisdiction ?? DEFAULT_JURISDICTION);
  const erased = await eraseSubject(configuration, { ministry, subject, url: url ?? null });
  process.stdout.write(
    erased
      ? `${ministry} has forgotten who ${subject} is; its events stay as they are.\n`
      : `${ministry} knows nobody called ${subject}.\n`,
  );
};
