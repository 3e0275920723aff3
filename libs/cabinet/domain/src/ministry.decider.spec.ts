import { type MinistryEvent, ministryEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type MinistryCommand, ministryDecider } from './ministry.decider';

const given = deciderSpec(ministryDecider, ministryEvents);

const name = { ministry: 'mdz', name: 'Ministerium für Digitales', shortName: 'MDZ' };
const newName = { ...name, name: 'Ministerium für Digitales und Zukunft' };
const remit = { ministry: 'mdz', to: 'mwu', remit: 'Rechenzentren' };
const end = { ministry: 'mdz', successor: 'mid' };

type Of<Type extends MinistryCommand['type']> = Extract<MinistryCommand, { type: Type }>;
const establish = (inFile = false, fact = name): Of<'EstablishMinistry'> => ({
  type: 'EstablishMinistry',
  data: { inFile, fact },
});
const rename = (inFile = false, fact = newName): Of<'RenameMinistry'> => ({
  type: 'RenameMinistry',
  data: { inFile, fact },
});
const transfer = (inFile = false, to = 'mwu'): Of<'TransferRemit'> => ({
  type: 'TransferRemit',
  data: { inFile, fact: { ...remit, to } },
});
const dissolve = (inFile = false, successor: string | null = 'mid'): Of<'DissolveMinistry'> => ({
  type: 'DissolveMinistry',
  data: { inFile, fact: { ...end, successor } },
});
const established: MinistryEvent = { type: 'MinistryEstablished', data: name };
const renamed: MinistryEvent = { type: 'MinistryRenamed', data: newName };
const transferred: MinistryEvent = { type: 'RemitTransferred', data: remit };
const dissolved: MinistryEvent = { type: 'MinistryDissolved', data: end };

describe('a ministry is established', () => {
  it('under a new code', () => given().when(establish()).then(established));

  it('and nothing happens when that is said again', () => given(established).when(establish()).thenNothing());

  it('but not when it exists, established before or in the jurisdiction file', () => {
    given(established).when(establish(false, newName)).thenRejected('ministry-exists');
    given(established, renamed).when(establish()).thenRejected('ministry-exists');
    given(transferred).when(establish(true)).thenRejected('ministry-exists');
    given().when(establish(true)).thenRejected('ministry-exists');
  });

  it('but not under the code of one that was dissolved', () =>
    given(established, dissolved).when(establish()).thenRejected('ministry-dissolved'));
});

describe('a ministry is renamed', () => {
  it('when it was established, and when the jurisdiction file begins with it', () => {
    given(established).when(rename()).then(renamed);
    given().when(rename(true)).then(renamed);
  });

  it('and nothing happens when it is called so already', () => given(renamed).when(rename(true)).thenNothing());

  it('but not when there is none', () => given().when(rename()).thenRejected('ministry-unknown'));

  it('but not after its end', () => given(established, dissolved).when(rename()).thenRejected('ministry-dissolved'));
});

describe('a remit is transferred', () => {
  it('to another ministry, in the stream of the one that gives it away', () => {
    given(established).when(transfer()).then(transferred);
    given().when(transfer(true)).then(transferred);
  });

  it('and nothing happens when that is said again', () => given(transferred).when(transfer(true)).thenNothing());

  it('but not twice', () => given(transferred).when(transfer(true, 'mi')).thenRejected('remit-already-transferred'));

  it('but not to itself', () => given(established).when(transfer(false, 'mdz')).thenRejected('remit-to-itself'));

  it('but not by a ministry that there is not, or not any more', () => {
    given().when(transfer()).thenRejected('ministry-unknown');
    given(dissolved).when(transfer(true)).thenRejected('ministry-dissolved');
  });
});

describe('a ministry is dissolved', () => {
  it('with a successor, or without', () => {
    given(established).when(dissolve()).then(dissolved);
    given()
      .when(dissolve(true, null))
      .then({ type: 'MinistryDissolved', data: { ...end, successor: null } });
  });

  it('and nothing happens when that is said again', () => given(dissolved).when(dissolve(true)).thenNothing());

  it('once', () => given(dissolved).when(dissolve(true, 'mwu')).thenRejected('ministry-dissolved'));

  it('but does not succeed itself', () =>
    given(established).when(dissolve(false, 'mdz')).thenRejected('successor-of-itself'));

  it('but not when there is none', () => given().when(dissolve()).thenRejected('ministry-unknown'));
});

describe('whatever is asked, a ministry ends once and for good', () => {
  const explored = (inFile: boolean) =>
    deciderProperty(
      ministryDecider,
      ministryEvents,
    )((chance) =>
      chance.record({
        command: chance.constantFrom<MinistryCommand>(
          ...[establish(inFile), establish(inFile, newName), rename(inFile), rename(inFile, name)],
          ...[transfer(inFile), transfer(inFile, 'mi'), transfer(inFile, 'mdz')],
          ...[dissolve(inFile), dissolve(inFile, null), dissolve(inFile, 'mdz')],
        ),
      }),
    );
  const refusals = [
    ...['ministry-dissolved', 'ministry-exists', 'ministry-unknown'],
    ...['remit-already-transferred', 'remit-to-itself', 'successor-of-itself'],
  ];

  it('when the cabinet established it', () =>
    expect(explored(false)).toEqual({
      statuses: ['dissolved', 'exists', 'unrecorded'],
      transitions: ['exists → dissolved', 'unrecorded → exists'],
      refusals,
    }));

  it('when the jurisdiction file begins with it', () =>
    expect(explored(true)).toEqual({
      statuses: ['dissolved', 'exists', 'unrecorded'],
      transitions: ['exists → dissolved', 'unrecorded → dissolved', 'unrecorded → exists'],
      refusals: refusals.filter((code) => code !== 'ministry-unknown'),
    }));
});
