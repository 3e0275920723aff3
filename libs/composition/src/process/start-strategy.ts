import { readConfiguration } from '@zielwerk/platform';

import { startStrategyService } from '../services/strategy';
import { runUntilStopped, startServices } from './run';

/** The strategy service as a process of its own, configured by the environment. */
export const startStrategy = (): Promise<void> =>
  runUntilStopped(
    () => {
      const configuration = readConfiguration(process.env);
      return startServices('strategy', configuration, async (parts) => ({
        services: [await startStrategyService(configuration.data, parts)],
      }));
    },
    ({ url }) => `The strategy service answers at ${url}.`,
  );
