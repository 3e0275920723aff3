import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DevelopmentIssuer } from './development-issuer';

const claims = { sub: 'someone', ministry: 'mid', roles: ['editor'] };

describe('DevelopmentIssuer', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zielwerk-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('takes the tokens it issued, and tells until when they count', async () => {
    const now = () => new Date('2026-11-23T08:00:00Z');
    const issuer = await DevelopmentIssuer.open(folder, now);
    const acting = { unit: '12', function: 'Referat 12', deputyFor: 'Abteilung 1', commands: ['ReportObservation'] };
    const token = await issuer.issue({ ...claims, ...acting }, { validForSeconds: 60 });
    expect(await issuer.verify(token)).toEqual({
      caller: {
        ...{ subject: 'someone', ministry: 'mid', roles: ['editor'] },
        ...acting,
      },
      expiresAt: Date.parse('2026-11-23T08:01:00Z'),
    });
  });

  it('keeps its key in one file that only its owner can read', async () => {
    const first = await DevelopmentIssuer.open(folder);
    const [file, ...others] = await readdir(folder);
    expect([file, others, (await stat(join(folder, file ?? ''))).mode & 0o777]).toEqual([
      ...['development-issuer.json', [], 0o600],
    ]);
    const second = await DevelopmentIssuer.open(folder);
    expect((await second.verify(await first.issue(claims))).caller.subject).toBe('someone');
  });

  it('makes one key when two processes are the first', async () => {
    const issuers = await Promise.all(Array.from({ length: 8 }, () => DevelopmentIssuer.open(folder)));
    const tokens = await Promise.all(issuers.map((issuer) => issuer.issue(claims)));
    const [one] = issuers;
    const subjects = await Promise.all(tokens.map(async (token) => (await one?.verify(token))?.caller.subject));
    expect([new Set(subjects), await readdir(folder)]).toEqual([new Set(['someone']), ['development-issuer.json']]);
  });

  it('does not work with a key that others can read', async () => {
    await DevelopmentIssuer.open(folder);
    await chmod(join(folder, 'development-issuer.json'), 0o644);
    await expect(DevelopmentIssuer.open(folder)).rejects.toThrow(/development-issuer\.json can be read by others/u);
  });

  it('refuses the tokens of another one', async () => {
    const [one, other] = [await DevelopmentIssuer.inMemory(), await DevelopmentIssuer.inMemory()];
    await expect(one.verify(await other.issue(claims))).rejects.toMatchObject({
      name: 'Unauthenticated',
      wasSent: true,
    });
  });

  it('does not give its key away with its tokens', async () => {
    const issuer = await DevelopmentIssuer.open(folder);
    const { d } = JSON.parse(await readFile(join(folder, 'development-issuer.json'), 'utf8')) as { d: string };
    const text = (await issuer.issue(claims))
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString())
      .join('');
    expect(text).not.toContain(d);
  });
});
