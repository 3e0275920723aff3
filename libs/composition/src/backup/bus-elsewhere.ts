import { type Configuration, InvalidConfiguration } from '@zielwerk/platform';

/** A bus elsewhere may have more than an older log, and what that log records next would contradict it. */
export const refuseBusElsewhere = ({ bus }: Configuration): void => {
  if (bus !== 'embedded')
    throw new InvalidConfiguration(
      `ZIELWERK_BUS ${bus} keeps the bus outside the data folder: backup and restore are for embedded only.`,
    );
};
