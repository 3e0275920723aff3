// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { CabinetModule } from './cabinet.module';

const by = { roles: ['cabinet-office'] };
const name = { ministry: 'mdz', name: 'Ministerium für Digitales', shortName: 'MDZ' };
const newName = { ...name, name: 'Ministerium für Digitales und Zukunft' };
const ofFile = { ministry: 'mid', name: 'Ministerium für Infrastruktur', shortName: 'MI' };
const remit = { ministry: 'mid', to: 'mdz', remit: 'Digitalisierung' };

const streamOf = (code: string) => `stk.ministry-${entityId('stk', 'ministry', code)}`;
const asked = (command: string, data: object) => ({ command, data, by });
const unknown = { status: 409, code: 'not-known-here-yet' };

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('stk', CabinetModule)));
afterEach(() => house.close());

const knowsThatEstablished = () =>
  house.knows(recorded('stk.ministry-1', ['2026-11-01', { type: 'MinistryEstablished', data: name }]));
const knowsThatDissolved = (ministry: string) =>
  house.knows(
    recorded('stk.ministry-2', ['2026-11-01', { type: 'MinistryDissolved', data: { ministry, successor: null } }]),
  );

describe.each(WAYS)('an election re-cuts ministries, through %s', (way) => {
  it('and each change is a fact with its date, under the code', async () => {
    const stream = streamOf('mdz');
    const on = (occurredOn: string, command: string, data: object) =>
      house.ask(way, { ...asked(command, data), occurredOn });
    expect(await on('2026-06-01', 'EstablishMinistry', name)).toEqual({ stream, revision: 0 });
    expect(await on('2026-07-01', 'RenameMinistry', newName)).toEqual({ stream, revision: 1 });
    const given = { ministry: 'mdz', to: 'mid', remit: 'Rechenzentren' };
    expect(await on('2026-08-01', 'TransferRemit', given)).toEqual({ stream, revision: 2 });
    expect(await on('2026-09-01', 'DissolveMinistry', { ministry: 'mdz', successor: 'mid' })).toEqual({
      ...{ stream, revision: 3 },
    });
    expect(await on('2026-10-01', 'EstablishMinistry', name)).toEqual({ status: 409, code: 'ministry-dissolved' });
    expect(await house.history(stream)).toEqual([
      ['2026-06-01', 'MinistryEstablished.v1', name],
      ['2026-07-01', 'MinistryRenamed.v1', newName],
      ['2026-08-01', 'RemitTransferred.v1', given],
      ['2026-09-01', 'MinistryDissolved.v1', { ministry: 'mdz', successor: 'mid' }],
    ]);
  });

  it('those of the jurisdiction file exist from the start', async () => {
    expect(await house.ask(way, asked('EstablishMinistry', ofFile))).toEqual({ status: 409, code: 'ministry-exists' });
    expect(await house.ask(way, asked('RenameMinistry', ofFile))).toEqual({ stream: streamOf('mid'), revision: 0 });
    expect(await house.ask(way, asked('DissolveMinistry', { ministry: 'mid' }))).toEqual({
      ...{ stream: streamOf('mid'), revision: 1 },
    });
    expect(await house.ask(way, asked('RenameMinistry', name))).toEqual({ status: 404, code: 'ministry-unknown' });
  });

  it('a remit goes to a ministry that exists, as far as is known here', async () => {
    const [give, stream] = [asked('TransferRemit', remit), streamOf('mid')];
    expect(await house.ask(way, give)).toEqual(unknown);
    knowsThatEstablished();
    expect(await house.ask(way, give)).toEqual({ stream, revision: 0 });
    knowsThatDissolved('mdz');
    const more = { ...remit, remit: 'Netze' };
    expect(await house.ask(way, asked('TransferRemit', more))).toEqual({ status: 422, code: 'ministry-unknown' });
  });

  it('a successor exists, as far as is known here', async () => {
    const end = asked('DissolveMinistry', { ministry: 'mid', successor: 'mdz' });
    expect(await house.ask(way, end)).toEqual(unknown);
    knowsThatDissolved('mf');
    expect(await house.ask(way, asked('DissolveMinistry', { ministry: 'mid', successor: 'mf' }))).toEqual({
      ...{ status: 422, code: 'ministry-unknown' },
    });
    knowsThatEstablished();
    expect(await house.ask(way, end)).toEqual({ stream: streamOf('mid'), revision: 0 });
  });
});

it.each([
  asked('EstablishMinistry', name),
  asked('RenameMinistry', newName),
  asked('TransferRemit', remit),
  asked('DissolveMinistry', { ministry: 'mid', successor: 'mf' }),
])('ajv and class-validator agree on the body of $command', (command) =>
  expect(bodyAgreement(CabinetModule, command)).toBeGreaterThan(100),
);
