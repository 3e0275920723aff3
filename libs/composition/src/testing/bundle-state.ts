// A small state of three houses on the embedded engines, for bundles: what it takes in, and what it exports.
import { areFaults, type Fault, readCsv, type Table, TABLE_NAMES, type TableName } from '@zielwerk/bundle';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Imported, importBundle, type Options, type Target } from '../bundle/import-bundle';
import { issuedTokens } from '../bundle/tokens';
import type { Running } from '../process/run';
import { startEverything } from '../process/start-all-in-one';
import { until } from '../services/until';

export type Files = Readonly<Partial<Record<TableName, Uint8Array>>>;

type Told = Readonly<{
  type: string;
  stream: string;
  revision: number;
  occurredOn: string;
  data: object;
  origin: string | null;
}>;

export type Upload = Readonly<{
  path?: string;
  type: string;
  bytes: Uint8Array;
  roles: readonly string[];
  unit?: string;
}>;
export type UploadAnswer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** In one process facts arrive within moments; what does not is missing. */
const PATIENCE_MS = 3_000;
const HOUSES = ['stk', 'mf', 'mid'];
/** Three houses that hold the three offices. */
export const SMALL_JURISDICTION = {
  ...{ id: 'small', name: 'Small', frameworkSince: '2025-01-01' },
  ministries: HOUSES.map((code) => ({ code, shortName: code.toUpperCase(), name: `Ministry ${code}` })),
  offices: { cabinet: 'stk', finance: 'mf', strategy: 'mid' },
  pillars: [{ code: 'state', title: 'State' }],
  themes: [{ code: 'e-akte', pillar: 'state', title: 'Files' }],
};

/** What can be read of them, and what is wrong with the others. */
export const readFiles = (files: Files): Readonly<{ tables: readonly Table[]; faults: readonly Fault[] }> => {
  const read = Object.entries(files).map(([name, bytes]) => readCsv(name, `${name}.csv`, bytes));
  return {
    faults: read.flatMap((one): readonly Fault[] => (areFaults(one) ? one : [])),
    tables: read.flatMap((one): readonly Table[] => (areFaults(one) ? [] : [one])),
  };
};

export class BundleState {
  private constructor(
    private readonly data: string,
    readonly running: Running,
    readonly target: Target,
    private readonly issuer: DevelopmentIssuer,
  ) {}

  static async open(): Promise<BundleState> {
    const data = mkdtempSync(join(tmpdir(), 'zielwerk-bundle-'));
    const file = join(data, 'jurisdiction.json');
    writeFileSync(file, JSON.stringify(SMALL_JURISDICTION));
    const running = await startEverything(
      readConfiguration(
        { ZIELWERK_PORT: '0', ZIELWERK_DATA: data, ZIELWERK_JURISDICTION: file },
        { empty: true, today: '2026-09-30' },
      ),
    );
    const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    const target = { url: running.url, jurisdiction: running.parts.jurisdiction, ...(await issuedTokens(issuer)) };
    return new BundleState(data, running, target, issuer);
  }

  /** As the command does it: nothing is taken in when a file cannot be read. */
  async take(files: Files, options: Options = {}, target: Partial<Target> = {}): Promise<Imported> {
    const { tables, faults } = readFiles(files);
    if (faults.length > 0) return { rows: 0, commands: 0, faults, sent: false, vanished: [] };
    const imported = await importBundle(tables, { ...this.target, ...target }, { patienceMs: PATIENCE_MS, ...options });
    await this.settle();
    return imported;
  }

  /** Sends a file to a house, as somebody of it with these roles. `path` is below the house's own. */
  async upload(house: string, { path = 'bundle', type, bytes, roles, unit }: Upload): Promise<UploadAnswer> {
    const token = await this.issuer.issue({ sub: 'uploader', ministry: house, roles, unit: unit ?? 'Unit 1' });
    const response = await fetch(`${this.target.url}/api/ministries/${house}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: bytes,
    });
    const body = (await response.json()) as UploadAnswer['body'];
    await this.settle();
    return { status: response.status, body };
  }

  async get(path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.target.readingToken}` };
    const response = await fetch(`${this.target.url}/api/strategy/${path}`, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  async exported(): Promise<Record<TableName, Buffer>> {
    const files = TABLE_NAMES.map(
      async (name) => [name, Buffer.from(await (await this.get(`exports/${name}.csv`)).arrayBuffer())] as const,
    );
    return Object.fromEntries(await Promise.all(files)) as Record<TableName, Buffer>;
  }

  /** All events that readers see: where they stand, when they happened, and what they say. */
  async events(): Promise<readonly Told[]> {
    const all: Told[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await this.get(`events?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const answer = (await page.json()) as Readonly<{ items: readonly Told[]; cursor: string | null }>;
      all.push(
        ...answer.items.map(({ type, stream, revision, occurredOn, data, origin }) => ({
          ...{ type, stream, revision, occurredOn, data, origin },
        })),
      );
      cursor = answer.cursor;
    }
    return all;
  }

  settle(): Promise<void> {
    return until(async () => {
      for (const { isSettled } of this.running.services) if (!(await isSettled())) return false;
      return true;
    });
  }

  async close(): Promise<void> {
    await this.running.stop();
    rmSync(this.data, { recursive: true });
  }
}
