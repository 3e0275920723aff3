import { readConfiguration } from '@zielwerk/platform';

import { startStrategyService } from '../services/strategy';
import { runUntilStopped, startServices } from './run';
import { assertSharedBus } from './shared-bus';

/** The strategy service as a process of its own, configured by the environment. */
export const startStrategy = (): Promise<void> =>
  runUntilStopped(
    () => {
      const configuration = readConfiguration(process.env);
      assertSharedBus(configuration, process.env.NODE_ENV);
      return startServices('strategy', configuration, async (parts) => ({
        services: [await startStrategyService(configuration.data, parts)],
      }));
    },
    ({ url }) => `The strategy service answers at ${url}.`,
  );
