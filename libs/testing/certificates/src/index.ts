// For specs only: servers on this machine that are known by a certificate.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `ca`: the file with the authority that vouches for the server; the other two are PEM. */
export type LocalCertificate = Readonly<{ ca: string; certificate: string; key: string }>;

const openssl = (folder: string, ...args: readonly string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

const KEY = ['-newkey', 'rsa:2048', '-noenc'];

/** A certificate for `localhost` and 127.0.0.1, made in the folder by an authority that nobody else knows. Needs openssl. */
export const localCertificate = (folder: string): LocalCertificate => {
  const named = (name: string) => ['-keyout', `${name}.key`, '-subj', `/CN=${name}`];
  openssl(folder, 'req', '-x509', ...KEY, ...named('authority'), '-days', '2', '-out', 'authority.pem');
  openssl(folder, 'req', ...KEY, ...named('localhost'), '-out', 'localhost.csr');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  const signing = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '2'];
  openssl(folder, 'x509', '-req', '-in', 'localhost.csr', ...signing, '-extfile', 'names', '-out', 'localhost.pem');
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { ca: join(folder, 'authority.pem'), certificate: text('localhost.pem'), key: text('localhost.key') };
};
