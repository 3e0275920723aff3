import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Running, startServices } from '../process/run';
import { eraseSubject } from './erase-subject';
import { startHouse } from './house';
import { houseFolder, strategyFolder } from './parts';
import { startStrategyService } from './strategy';
import { until } from './until';

const PERSON = 'erika.mustermann-0815';

describe('a person who is forgotten', () => {
  let data: string;
  let running: Running | undefined;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-erase-'));
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(data, { recursive: true });
  });

  const configuration = () => readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0' });
  const start = async () => {
    running = await startServices('test', configuration(), async (parts) => {
      const house = await startHouse('mf', houseFolder(data, 'mf'), parts);
      return { services: [house, await startStrategyService(strategyFolder(data), parts)] };
    });
    return running;
  };
  const tokenFor = async (sub: string, roles: readonly string[]) =>
    (await DevelopmentIssuer.open(join(data, 'issuer'))).issue({ sub, ministry: 'mf', roles });
  const ask = async (url: string, sub: string, role: string, body?: object): Promise<string> => {
    const headers = { authorization: `Bearer ${await tokenFor(sub, [role])}`, 'content-type': 'application/json' };
    const response = await fetch(url, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
    expect([url, response.ok]).toEqual([url, true]);
    return response.text();
  };
  /** Below the data folder, the files that hold the text. */
  const filesWith = (text: string): readonly string[] =>
    readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(text))
      .map((file) => file.slice(data.length + 1));
  const erase = (url: string | null = null, ministry = 'mf') =>
    eraseSubject(configuration(), { ministry, subject: PERSON, url });

  it('stands in no file and in no answer, while the state runs and after it', async () => {
    const { url, services } = await start();
    const body = { title: 'E-Akte', description: 'Beschaffen', reference: 'M-1' };
    const sent = await ask(`${url}/api/ministries/mf/measures`, PERSON, 'editor', body);
    const { stream } = JSON.parse(sent) as Readonly<{ stream: string }>;
    const place = `${url}/api/ministries/mf/events/${stream}@0`;
    await until(async () => (await Promise.all(services.map(({ isSettled }) => isSettled()))).every(Boolean));
    expect(filesWith(PERSON)).toEqual(['houses/mf/subjects.sqlite-wal']);
    expect(JSON.parse(await ask(place, 'audit', 'auditor'))).toMatchObject({ person: PERSON });

    expect([await erase(url), await erase(url), filesWith(PERSON)]).toEqual([true, false, []]);
    const answers = [place, `${url}/api/strategy/measures`, `${url}/api/strategy/events?limit=100`];
    const texts = await Promise.all(answers.map((one) => ask(one, 'audit', 'auditor')));
    expect(texts.map((text) => [text.includes(stream) || text.includes('E-Akte'), text.includes(PERSON)])).toEqual(
      answers.map(() => [true, false]),
    );
    await running?.stop();
    expect(filesWith(PERSON)).toEqual([]);
  });

  it('is forgotten in the file when nothing runs, once', async () => {
    const { url } = await start();
    await ask(`${url}/api/ministries/mf/measures`, PERSON, 'editor', {
      title: 'E-Akte',
      description: null,
      reference: null,
    });
    await running?.stop();
    expect(filesWith(PERSON)).toEqual(['houses/mf/subjects.sqlite']);
    expect([await erase(), await erase(), filesWith(PERSON)]).toEqual([true, false, []]);
    // It let go of the folder.
    await start();
  });

  it('is not said to be forgotten where there is no house', async () => {
    await expect(erase(null, 'mi')).rejects.toThrow(`ZIELWERK_DATA ${data} holds no data of mi.`);
    expect(readdirSync(data)).toEqual([]);
  });

  it('needs an operator of the issuer that is accepted there', async () => {
    const { url } = await start();
    const issuer = { ZIELWERK_ISSUER: 'https://login.example.org', ZIELWERK_AUDIENCE: 'zielwerk' };
    const keys = { ZIELWERK_JWKS_URL: 'https://login.example.org/keys' };
    const other = readConfiguration({ ZIELWERK_DATA: data, ...issuer, ...keys });
    await expect(eraseSubject(other, { ministry: 'mf', subject: PERSON, url })).rejects.toThrow(
      `The system runs, and takes tokens of https://login.example.org: an operator's may POST ${url}/api/ministries/mf/subject-erasures.`,
    );
  });
});
