import { type Configuration, InvalidConfiguration } from '@zielwerk/platform';

const BACKED_UP_BY: Readonly<Record<string, string>> = {
  postgres: 'use pg_dump for the schema of each house',
  kurrent: "use the server's own backup, and copy the data folder while the house is stopped",
};

/**
 * What is kept elsewhere is of another moment than the files here: a bus may have more than an older log, and what that log
 * records next would contradict it. Throws InvalidConfiguration, which says what to use instead.
 */
export const refuseWhatIsElsewhere = ({ bus, eventStore: { engine }, readModel }: Configuration): void => {
  if (engine !== 'sqlite')
    throw new InvalidConfiguration(
      `ZIELWERK_EVENT_STORE ${engine} keeps events outside the data folder, and backup and restore are for sqlite only: ${BACKED_UP_BY[engine]}.`,
    );
  if (readModel.engine !== 'sqlite')
    throw new InvalidConfiguration(
      'ZIELWERK_READ_MODEL postgres keeps rows outside the data folder, and backup and restore are for sqlite only: a read model is made anew from the bus, so none is needed.',
    );
  if (bus !== 'embedded')
    throw new InvalidConfiguration(
      `ZIELWERK_BUS ${bus} keeps the bus outside the data folder: backup and restore are for embedded only.`,
    );
};
