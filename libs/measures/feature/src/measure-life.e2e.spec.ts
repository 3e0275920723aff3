// What can become of a measure beside being carried out as planned. Over HTTP, on the memory store.
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { MeasuresModule } from './measures.module';
import { live, measureOfOthers, since, underway, unknownHere } from './testing/living';
import {
  acceptor,
  cancel,
  complete,
  lead,
  merge,
  other,
  planIt,
  propose,
  reject,
  resume,
  review,
  sendBack,
  submit,
  suspend,
} from './testing/measure-commands';

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', MeasuresModule)));
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('a measure is suspended, goes on, is sent back, completed and found to have worked in part', async () => {
    await live(
      ...[house, way, ...underway],
      ['2026-02-02', suspend],
      ['2026-03-02', resume],
      ['2026-09-01', submit],
      ['2026-09-15', sendBack],
      ['2026-10-01', submit],
      ['2026-10-15', complete],
      ['2026-11-02', review],
    );
    expect(await since(house, 4)).toEqual([
      ['2026-02-02', 'MeasureSuspended.v1', suspend.data],
      ['2026-03-02', 'MeasureResumed.v1', {}],
      ['2026-09-01', 'MeasureSubmittedForAcceptance.v1', submit.data],
      ['2026-09-15', 'MeasureAcceptanceRefused.v1', { refusedBy: 'Referat 13', ...sendBack.data }],
      ['2026-10-01', 'MeasureSubmittedForAcceptance.v1', submit.data],
      ['2026-10-15', 'MeasureCompleted.v1', { acceptedBy: 'Referat 13' }],
      ['2026-11-02', 'MeasureImpactReviewed.v1', review.data],
    ]);
  });

  it('a measure is turned down before its release, and not after', async () => {
    await live(house, way, ['2025-10-01', propose], ['2025-10-02', reject]);
    expect(await since(house, 1)).toEqual([['2025-10-02', 'MeasureRejected.v1', reject.data]]);
    expect(await ask(planIt)).toEqual({ status: 409, code: 'measure-ended' });
  });

  it('a measure is cancelled with what it cost and what was learned', async () => {
    await live(house, way, ...underway, ['2026-05-04', cancel]);
    expect(await since(house, 4)).toEqual([['2026-05-04', 'MeasureCancelled.v1', cancel.data]]);
    expect(await ask(resume)).toEqual({ status: 409, code: 'measure-ended' });
  });

  it('a measure goes on as part of another one that is known and open', async () => {
    await live(house, way, ...underway);
    expect(await ask(merge)).toEqual(unknownHere);
    const ended = { type: 'MeasureRejected', data: { measureId: other, reason: 'No money' } } as const;
    house.knows(measureOfOthers('mi', other, ended));
    expect(await ask(merge)).toEqual({ status: 409, code: 'merged-into-closed' });
    house.knows(measureOfOthers('mf', other));
    await live(house, way, ['2026-05-04', merge]);
    expect(await since(house, 4)).toEqual([['2026-05-04', 'MeasureMerged.v1', merge.data]]);
  });

  it('a refusal has the status of its kind', async () => {
    for (const asked of [reject, suspend, resume, sendBack, review, cancel])
      expect(await ask(asked)).toEqual({ status: 404, code: 'measure-unknown' });
    await live(house, way, ...underway.slice(0, 3));
    expect(await ask(reject)).toEqual({ status: 409, code: 'measure-already-released' });
    expect(await ask(suspend)).toEqual({ status: 409, code: 'measure-not-underway' });
    expect(await ask(resume)).toEqual({ status: 409, code: 'measure-not-suspended' });
    expect(await ask(sendBack)).toEqual({ status: 409, code: 'measure-not-in-acceptance' });
    expect(await ask(review)).toEqual({ status: 409, code: 'measure-not-completed' });
    await live(house, way, ...underway.slice(3), ['2026-10-01', submit]);
    expect(await ask({ ...sendBack, by: { ...acceptor, unit: lead.unit } })).toEqual({
      status: 403,
      code: 'four-eyes',
    });
    expect(await ask({ ...cancel, data: { ...cancel.data, costSoFarCents: 0.5 } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
  });
});

it.each([reject, suspend, sendBack, review, cancel, merge])(
  'ajv and class-validator agree on the body of $command',
  (asked) => expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
