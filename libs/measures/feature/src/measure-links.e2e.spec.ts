// What a measure serves and what it waits for. Over HTTP, on the memory store.
import type { AnyEvent } from '@zielwerk/contracts';
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { MeasuresModule } from './measures.module';
import { goalOfOthers, live, measureOfOthers, since, unknownHere } from './testing/living';
import { accept, contribute, decline, id, need, needNot, noLonger, other, propose } from './testing/measure-commands';

const third = '0190a1de-0000-7000-8000-0000000000b3';

const needs = (measureId: string, needed: string, giver: string): AnyEvent => ({
  type: 'MeasureDependencyDeclared',
  data: { measureId, needs: needed, giver, reason: 'First things first' },
});
/** That the measure of that house was proposed comes first, what it needs next. */
const declaredBy = (receiver: string, neededBy: string) => ({
  stream: `${receiver}.measure-${neededBy}`,
  revision: 1,
});
const accepts = (measureId: string, neededBy: string, receiver: string): AnyEvent => ({
  type: 'MeasureDependencyAccepted',
  data: { measureId, neededBy, receiver, declaration: declaredBy(receiver, neededBy) },
});

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', MeasuresModule)));
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);
  beforeEach(() => live(house, way, ['2025-10-01', propose]));

  it('a measure serves a goal, no longer, and again', async () => {
    house.knows(goalOfOthers);
    await live(house, way, ['2025-11-01', contribute], ['2026-02-01', noLonger], ['2026-03-01', contribute]);
    expect(await since(house, 1)).toEqual([
      ['2025-11-01', 'MeasureContributionAdded.v1', contribute.data],
      ['2026-02-01', 'MeasureContributionWithdrawn.v1', noLonger.data],
      ['2026-03-01', 'MeasureContributionAdded.v1', contribute.data],
    ]);
  });

  it('a goal of another house must be known here', async () => {
    expect(await ask(contribute)).toEqual(unknownHere);
    expect(await ask(noLonger)).toEqual({ status: 404, code: 'contribution-unknown' });
  });

  it('a measure needs one of another house before, and no longer', async () => {
    house.knows(measureOfOthers('mi', other));
    await live(house, way, ['2025-11-01', need], ['2026-02-01', needNot]);
    expect(await since(house, 1)).toEqual([
      ['2025-11-01', 'MeasureDependencyDeclared.v1', { ...need.data, giver: 'mi' }],
      ['2026-02-01', 'MeasureDependencyWithdrawn.v1', needNot.data],
    ]);
  });

  it('the measure that is needed must be known, of that house where one is named', async () => {
    expect(await ask(need)).toEqual(unknownHere);
    house.knows(measureOfOthers('mi', other));
    expect(await ask({ ...need, data: { ...need.data, giver: 'mf' } })).toEqual(unknownHere);
    house.knows(measureOfOthers('mf', other));
    await live(house, way, ['2025-11-01', { ...need, data: { ...need.data, giver: 'mf' } }]);
    expect(await since(house, 1)).toMatchObject([['2025-11-01', 'MeasureDependencyDeclared.v1', { giver: 'mf' }]]);
  });

  it('a need that comes round to the measure itself is refused', async () => {
    house.knows(measureOfOthers('mi', other, needs(other, third, 'mf')));
    house.knows(measureOfOthers('mf', third, needs(third, id, 'mid'), accepts(third, other, 'mi')));
    house.knows(measureOfOthers('mid', id, accepts(id, third, 'mf')));
    expect(await ask(need)).toEqual({ status: 409, code: 'dependency-cycle' });
  });

  it('a measure of another house is accepted as one that waits for this one', async () => {
    house.knows(measureOfOthers('mi', other, needs(other, id, 'mid')));
    await live(house, way, ['2025-11-01', accept]);
    expect(await since(house, 1)).toEqual([
      [
        '2025-11-01',
        'MeasureDependencyAccepted.v2',
        { ...accept.data, receiver: 'mi', declaration: declaredBy('mi', other) },
      ],
    ]);
  });

  it('a measure of another house is told not to wait', async () => {
    house.knows(measureOfOthers('mi', other, needs(other, id, 'mid')));
    await live(house, way, ['2025-11-01', { ...decline, data: { ...decline.data, receiver: 'mi' } }]);
    expect(await since(house, 1)).toEqual([
      [
        '2025-11-01',
        'MeasureDependencyDeclined.v2',
        { ...decline.data, receiver: 'mi', declaration: declaredBy('mi', other) },
      ],
    ]);
  });

  it('of two measures with one id the one is answered whose house is named', async () => {
    for (const ministry of ['mf', 'mi']) house.knows(measureOfOthers(ministry, other, needs(other, id, 'mid')));
    for (const receiver of ['mi', 'mf'])
      await live(house, way, ['2025-11-01', { ...accept, data: { ...accept.data, receiver } }]);
    expect(await since(house, 1)).toEqual(
      ['mi', 'mf'].map((receiver) => [
        ...['2025-11-01', 'MeasureDependencyAccepted.v2'],
        { ...accept.data, receiver, declaration: declaredBy(receiver, other) },
      ]),
    );
  });

  it.each([accept, decline])('$command needs a measure that asks for this one, of that house', async (asked) => {
    expect(await ask(asked)).toEqual(unknownHere);
    house.knows(measureOfOthers('mi', other, needs(other, id, 'mf')));
    expect(await ask(asked)).toEqual(unknownHere);
    house.knows(measureOfOthers('mi', other, needs(other, id, 'mid')));
    expect(await ask({ ...asked, data: { ...asked.data, receiver: 'mf' } })).toEqual(unknownHere);
    expect(await ask(asked)).toMatchObject({ revision: 1 });
  });

  it('what would come round to the measure itself is not accepted', async () => {
    house.knows(measureOfOthers('mid', id, needs(id, other, 'mi')));
    house.knows(measureOfOthers('mi', other, needs(other, id, 'mid'), accepts(other, id, 'mid')));
    expect(await ask(accept)).toEqual({ status: 409, code: 'dependency-cycle' });
    await live(house, way, ['2025-11-01', decline]);
  });

  it('a refusal has the status of its kind', async () => {
    house.knows(measureOfOthers('mid', id));
    expect(await ask({ ...need, data: { ...need.data, needs: id } })).toEqual({
      status: 422,
      code: 'needs-itself',
    });
    expect(await ask(needNot)).toEqual({ status: 404, code: 'dependency-unknown' });
    expect(await ask({ ...need, data: { ...need.data, reason: ' ' } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
  });
});

it.each([noLonger, need, needNot, accept, decline])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
