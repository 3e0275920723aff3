import { readCertificates } from './certificates';
import { InvalidConfiguration } from './invalid-configuration';
import type { Settings } from './settings';

export const SECURITY_PROTOCOLS = ['plaintext', 'ssl', 'sasl_plaintext', 'sasl_ssl'] as const;
export const SASL_MECHANISMS = ['scram-sha-512', 'scram-sha-256', 'plain'] as const;
export type SaslMechanism = (typeof SASL_MECHANISMS)[number];

/** How the brokers are spoken to. */
export type KafkaSecurity = Readonly<{
  /** Null: without TLS. `ca`: PEM; null for the authorities that Node trusts. */
  tls: Readonly<{ ca: string | null }> | null;
  sasl: Readonly<{ mechanism: SaslMechanism; username: string; password: string }> | null;
}>;

/** Throws InvalidConfiguration when settings do not go together; its sentence holds no secret. */
export const kafkaSecurityOf = (settings: Settings): KafkaSecurity => ({
  tls: tlsOf(settings),
  sasl: saslOf(settings),
});

const tlsOf = ({ kafkaSecurity: security, kafkaCa: ca }: Settings): KafkaSecurity['tls'] => {
  if (security === 'ssl' || security === 'sasl_ssl')
    return { ca: ca === undefined ? null : readCertificates('ZIELWERK_KAFKA_CA', ca) };
  if (ca === undefined) return null;
  throw new InvalidConfiguration(
    `ZIELWERK_KAFKA_CA needs ZIELWERK_KAFKA_SECURITY to be ssl or sasl_ssl, not ${security}.`,
  );
};

const saslOf = (settings: Settings): KafkaSecurity['sasl'] => {
  const { kafkaSecurity: security, kafkaSaslMechanism, kafkaUsername: username, kafkaPassword: password } = settings;
  if (security === 'plaintext' || security === 'ssl') return withoutSasl(settings);
  if (username === undefined || password === undefined)
    throw new InvalidConfiguration(
      `ZIELWERK_KAFKA_USERNAME and ZIELWERK_KAFKA_PASSWORD must be set when ZIELWERK_KAFKA_SECURITY is ${security}.`,
    );
  return { mechanism: kafkaSaslMechanism ?? 'scram-sha-512', username, password };
};

const withoutSasl = ({ kafkaSecurity, kafkaSaslMechanism, kafkaUsername, kafkaPassword }: Settings): null => {
  const set = Object.entries({
    ZIELWERK_KAFKA_SASL_MECHANISM: kafkaSaslMechanism,
    ZIELWERK_KAFKA_USERNAME: kafkaUsername,
    ZIELWERK_KAFKA_PASSWORD: kafkaPassword,
  }).find(([, value]) => value !== undefined);
  if (!set) return null;
  throw new InvalidConfiguration(
    `${set[0]} needs ZIELWERK_KAFKA_SECURITY to be sasl_plaintext or sasl_ssl, not ${kafkaSecurity}.`,
  );
};
