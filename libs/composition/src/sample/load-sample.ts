import { type Fault, faultText } from '@zielwerk/bundle';
import type { CalendarDate } from '@zielwerk/kernel';
import type { DevelopmentIssuer, Jurisdiction } from '@zielwerk/platform';

import { importBundle } from '../bundle/import-bundle';
import { readFolder } from '../bundle/read-bundle';
import { issuedTokens } from '../bundle/tokens';

type Loading = Readonly<{
  folder: string;
  url: string;
  jurisdiction: Jurisdiction;
  issuer: DevelopmentIssuer;
  /** What happens after that day is left out. */
  until: CalendarDate;
}>;

const refuse = (faults: readonly Fault[]): never => {
  throw new Error(`The sample was refused:\n${faults.map(faultText).join('\n')}`);
};

/** Resolves with the number of commands once all are recorded; sent again they record nothing new. Throws when one was refused. */
export const loadSample = async ({ folder, url, jurisdiction, issuer, until }: Loading): Promise<number> => {
  const { tables, faults: unread } = readFolder(folder);
  if (unread.length > 0) refuse(unread);
  const { commands, faults } = await importBundle(
    tables,
    { url, jurisdiction, ...(await issuedTokens(issuer)) },
    { until },
  );
  return faults.length > 0 ? refuse(faults) : commands;
};
