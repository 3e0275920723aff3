import { verifyData } from '@zielwerk/composition';
import { readConfiguration } from '@zielwerk/platform';
import { tableOf } from '@zielwerk/verification';

import type { GlobalOptions } from './options';

/** Prints a table for each house and one for the statewide rows; the exit code is 1 when a promise does not hold. */
export const verify = async ({ data, jurisdiction }: GlobalOptions): Promise<void> => {
  const verified = await verifyData(readConfiguration(process.env, { data, jurisdiction }));
  for (const { subject, checks } of verified) process.stdout.write(`${tableOf(subject, checks)}\n\n`);
  const findings = verified.flatMap(({ checks }) => checks.flatMap((check) => check.findings));
  process.stdout.write(
    findings.length === 0 ? 'Everything holds.\n' : `${findings.length} findings: not everything holds.\n`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
};
