import type { Filter, KurrentDBClient } from '@kurrent/kurrentdb-client';

export type KurrentSettings = Readonly<{
  /** `kurrentdb://host:2113?tls=false`; with several hosts, or as `kurrentdb+discover:`, a cluster. */
  url: string;
  /** The house whose events these are: its streams are named `<ministry>.…`. */
  ministry: string;
  /** What every stream's name begins with on the server, where several systems share one; else nothing. */
  namespace?: string;
  /** How long an answer is waited for, in milliseconds; else 5,000. */
  timeout?: number;
  /** How often an append is sent before its outcome is called unknown; else 4 times. */
  attempts?: number;
  /** Told in a sentence what went wrong and is being tried again. */
  warn?: (message: string, cause: unknown) => void;
}>;

/** A client, and how one house uses it. */
export type Connection = Required<Omit<KurrentSettings, 'url'>> & Readonly<{ client: KurrentDBClient }>;

// The client then answers a conflict with a revision that the stream does not have.
const NOT_THROWING = /throwOnAppendFailure=false/i;

/** Opens no connection yet: the client does so with the first call. Throws TypeError for a URL that cannot be used. */
export const connect = async ({ url, ...settings }: KurrentSettings): Promise<Connection> => {
  if (NOT_THROWING.test(url)) throw new TypeError('The URL of KurrentDB must not set throwOnAppendFailure to false.');
  // Only where it is used: with its native transport and both protocols it takes longer to load than a whole service.
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  return {
    client: clientOf(() => KurrentDBClient.connectionString(url)),
    namespace: '',
    timeout: 5_000,
    attempts: 4,
    warn: () => undefined,
    ...settings,
  };
};

/** What the client throws for a URL that it does not understand is the URL, with the password in it. */
const clientOf = (create: () => KurrentDBClient): KurrentDBClient => {
  try {
    return create();
  } catch {
    throw new TypeError(
      'The URL of KurrentDB cannot be understood; in a password, signs such as / ? @ : stand as %2F %3F %40 %3A',
    );
  }
};

/** The house's streams, and no others. */
export const prefixOf = ({ namespace, ministry }: Connection): string => `${namespace}${ministry}.`;

export const ownStreams = (connection: Connection): Filter => ({
  filterOn: 'streamName',
  prefixes: [prefixOf(connection)],
  checkpointInterval: 1,
});
