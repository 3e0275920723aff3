// Stands in for the state's identity provider on one's own machine: issues tokens and takes its own only.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Claims } from './claims';
import { Unauthenticated } from './permission';
import { TokenVerifier, type Verified, verifyWith } from './token-verifier';

const ALGORITHM = 'ES256';
const TERMS = { issuer: 'urn:zielwerk:development', audience: 'zielwerk', algorithms: [ALGORITHM] };
const FILE = 'development-issuer.json';
const OTHERS = 0o077;

type Key = Awaited<ReturnType<typeof importJWK>>;
type Keys = Readonly<{ id: string; sign: Key; verify: Key }>;

export class DevelopmentIssuer extends TokenVerifier {
  private constructor(
    private readonly keys: Keys,
    private readonly now: () => Date,
  ) {
    super();
  }

  /** With the key in the folder; makes one, for its owner's eyes only, when there is none. */
  static async open(folder: string, now: () => Date = () => new Date()): Promise<DevelopmentIssuer> {
    const file = join(folder, FILE);
    const key = (await read(file)) ?? (await create(folder, file));
    return new DevelopmentIssuer(await keysFrom(key), now);
  }

  /** Whether there is one in the folder. */
  static hasKey(folder: string): boolean {
    return existsSync(join(folder, FILE));
  }

  /** With a key that lives as long as the process. */
  static async inMemory(now: () => Date = () => new Date()): Promise<DevelopmentIssuer> {
    return new DevelopmentIssuer(await keysFrom(await newKey()), now);
  }

  /** A token for these claims, valid from now on. */
  issue(claims: Claims, { validForSeconds = 12 * 3600 } = {}): Promise<string> {
    const now = Math.floor(this.now().getTime() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.keys.id })
      .setIssuer(TERMS.issuer)
      .setAudience(TERMS.audience)
      .setIssuedAt(now)
      .setExpirationTime(now + validForSeconds)
      .sign(this.keys.sign);
  }

  override verify(token: string): Promise<Verified> {
    return verifyWith(
      token,
      ({ kid }) => {
        if (kid !== this.keys.id) throw new Unauthenticated(true, 'The token was signed with another key.');
        return Promise.resolve(this.keys.verify);
      },
      TERMS,
      this.now(),
    );
  }
}

const newKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
};

const keysFrom = async (key: JWK): Promise<Keys> => {
  const { kty, crv, x, y } = key;
  const open = { kty, crv, x, y } as JWK;
  const [id, sign, verify] = await Promise.all([
    calculateJwkThumbprint(open),
    importJWK(key, ALGORITHM),
    importJWK(open, ALGORITHM),
  ]);
  return { id, sign, verify };
};

const read = async (file: string): Promise<JWK | undefined> => {
  const found = await stat(file).catch(() => undefined);
  if (!found) return undefined;
  // Windows has no such bits and reports them all as set.
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0)
    throw new Error(`${file} can be read by others; make it readable by its owner only.`);
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
};

// Written aside and then linked: the server and the CLI may both be the first, and then must agree on one key.
const create = async (folder: string, file: string): Promise<JWK> => {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(await newKey()), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
};
