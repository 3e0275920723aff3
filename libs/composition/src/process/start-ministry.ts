import { InvalidConfiguration, readConfiguration } from '@zielwerk/platform';

import { startHouse } from '../services/house';
import { runUntilStopped, startServices } from './run';
import { assertSharedBus } from './shared-bus';

/** A house as a process of its own, configured by the environment. Without a code, ZIELWERK_MINISTRY names it. */
export const startMinistry = (code = process.env.ZIELWERK_MINISTRY ?? ''): Promise<void> =>
  runUntilStopped(
    () => {
      const configuration = readConfiguration(process.env);
      assertSharedBus(configuration, process.env.NODE_ENV);
      return startServices(code, configuration, async (parts) => {
        if (!parts.jurisdiction.ministries.some((ministry) => ministry.code === code))
          throw new InvalidConfiguration(
            `ZIELWERK_MINISTRY must name a ministry of ${parts.jurisdiction.name}, not «${code}».`,
          );
        return { services: [await startHouse(code, configuration.data, parts)] };
      });
    },
    ({ url }) => `The ministry ${code} answers at ${url}/api/ministries/${code}.`,
  );
