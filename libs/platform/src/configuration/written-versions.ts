import { allEvents, type WrittenVersions } from '@zielwerk/contracts';

import { InvalidConfiguration } from './invalid-configuration';

const NEWEST = 'newest';

/** Throws InvalidConfiguration for an event, or a version of it, that cannot be written. */
export const versionsIn = (named: readonly string[], setting: string): WrittenVersions => {
  const versions = named
    .filter((one) => one !== NEWEST)
    .map((one) => one.split('='))
    .map(([type = '', version]) => [type, Number(version)] as const);
  const twice = versions.find(([type], index) => versions.findIndex(([other]) => other === type) < index);
  if (twice) throw new InvalidConfiguration(`${setting} names ${twice[0]} twice.`);
  for (const [type, version] of versions) {
    const allowed = allEvents.writableVersions(type);
    if (allowed.length === 0) throw new InvalidConfiguration(`${setting} names ${type}, and there is no such event.`);
    if (!allowed.includes(version))
      throw new InvalidConfiguration(
        `${setting} names ${type}=${version}; this release writes version ${allowed.join(' or ')} of it.`,
      );
  }
  return { ...(named.includes(NEWEST) && allEvents.newestVersions()), ...Object.fromEntries(versions) };
};
