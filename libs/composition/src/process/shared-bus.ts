import { type Configuration, InvalidConfiguration } from '@zielwerk/platform';

/** What a service on its own publishes on the embedded bus, nobody reads: that is for trying one out. */
export const assertSharedBus = ({ bus }: Configuration, nodeEnv: string | undefined): void => {
  if (bus === 'embedded' && nodeEnv === 'production')
    throw new InvalidConfiguration(
      'ZIELWERK_BUS must be kafka for a service on its own, because NODE_ENV is production: nobody else reads the embedded bus.',
    );
};
