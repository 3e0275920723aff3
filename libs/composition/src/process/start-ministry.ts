import { InvalidConfiguration, MINISTRY_VARIABLE, readConfiguration } from '@zielwerk/platform';

import { startHouse } from '../services/house';
import { runUntilStopped, startServices } from './run';
import { assertSharedBus } from './shared-bus';

/** A house as a process of its own, configured by the environment. Without a code, ZIELWERK_MINISTRY names it. */
export const startMinistry = (own?: string): Promise<void> => {
  const named = process.env[MINISTRY_VARIABLE] ?? '';
  const code = own ?? named;
  return runUntilStopped(
    () => {
      const configuration = readConfiguration(process.env);
      assertSharedBus(configuration, process.env.NODE_ENV);
      if (named !== '' && named !== code)
        throw new InvalidConfiguration(
          `${MINISTRY_VARIABLE} must be ${code}, or not be set: this is the deployable of ${code}.`,
        );
      return startServices(code, configuration, async (parts) => {
        if (!parts.jurisdiction.ministries.some((ministry) => ministry.code === code))
          throw new InvalidConfiguration(
            `${MINISTRY_VARIABLE} must name a ministry of ${parts.jurisdiction.name}, not «${code}».`,
          );
        return { services: [await startHouse(code, configuration.data, parts)] };
      });
    },
    ({ url }) => `The ministry ${code} answers at ${url}/api/ministries/${code}.`,
  );
};
