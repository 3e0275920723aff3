import type { MeasureEvent } from '@zielwerk/contracts';
import { given, inOtherStatesThan, measureId, otherMeasureId, toUnderway } from './testing/measure-examples';
import {
  acceptedNeed,
  acceptNeed,
  declareNeed,
  declinedNeed,
  declineNeed,
  declineNeedAt,
  needAccepted,
  needDeclared,
  needDeclined,
  needWithdrawn,
  withdrawNeed,
} from './testing/part-examples';

const third = '0190a1de-0000-7000-8000-000000000003';

describe('«this measure needs that one before»', () => {
  it.each(inOtherStatesThan())('can be declared for a measure that is $status', ({ history }) =>
    given(...history)
      .when(declareNeed())
      .then(needDeclared()),
  );

  it('can be declared of several measures', () =>
    given(...toUnderway, needDeclared())
      .when(declareNeed([], third))
      .then(needDeclared(third)));

  it('is refused of the measure itself', () =>
    given(...toUnderway)
      .when(declareNeed([], measureId))
      .thenRejected('needs-itself'));

  it('does nothing when it is declared already', () =>
    given(...toUnderway, needDeclared())
      .when(declareNeed())
      .thenNothing());

  it('is refused of the same measure in another house', () =>
    given(...toUnderway, needDeclared())
      .when(declareNeed([], otherMeasureId, 'mwu'))
      .thenRejected('dependency-exists'));

  it('is refused when that one needs this one before, as far as is known', () => {
    given(...toUnderway)
      .when(declareNeed([third, measureId]))
      .thenRejected('dependency-cycle');
    given(...toUnderway)
      .when(declareNeed([third]))
      .then(needDeclared());
  });

  it('can be withdrawn', () =>
    given(...toUnderway, needDeclared())
      .when(withdrawNeed)
      .then(needWithdrawn));

  it('cannot be withdrawn where it is not declared', () => {
    given(...toUnderway, needDeclared(third))
      .when(withdrawNeed)
      .thenRejected('dependency-unknown');
    given(...toUnderway, needDeclared(), needWithdrawn)
      .when(withdrawNeed)
      .thenRejected('dependency-unknown');
  });

  it('can be declared again once it was withdrawn', () =>
    given(...toUnderway, needDeclared(), needWithdrawn)
      .when(declareNeed())
      .then(needDeclared()));

  it('is possible of 200 measures, which is what a handover can carry', () => {
    const needs = Array.from({ length: 200 }, (_, index) => needDeclared(third.slice(0, -3) + String(index + 100)));
    given(...toUnderway, ...needs.slice(1))
      .when(declareNeed())
      .then(needDeclared());
    given(...toUnderway, ...needs)
      .when(declareNeed())
      .thenRejected('measure-full');
  });
});

describe('the giver of a cross-ministry dependency', () => {
  it.each(inOtherStatesThan())('accepts or declines it when its measure is $status', ({ history }) => {
    given(...history)
      .when(acceptNeed())
      .then(needAccepted);
    given(...history)
      .when(declineNeed)
      .then(needDeclined);
  });

  it('does nothing when it accepts again', () =>
    given(...toUnderway, needAccepted)
      .when(acceptNeed())
      .thenNothing());

  it('does nothing when it declines again', () =>
    given(...toUnderway, needDeclined)
      .when(declineNeed)
      .thenNothing());

  it('cannot decline what it accepted', () =>
    given(...toUnderway, needAccepted)
      .when(declineNeed)
      .thenRejected('dependency-accepted'));

  it('is asked anew by what was withdrawn and declared again: an answer is to one declaration', () => {
    given(...toUnderway, needAccepted)
      .when(acceptNeed([], otherMeasureId, 9))
      .then(acceptedNeed(otherMeasureId, 9));
    given(...toUnderway, needAccepted)
      .when(declineNeedAt(9))
      .then(declinedNeed(9));
  });

  it('is not asked anew where the answer was written in v1, which names no declaration', () => {
    const { data } = acceptedNeed(otherMeasureId);
    given(...toUnderway, { type: 'MeasureDependencyAccepted', data: { ...data, declaration: null } } as MeasureEvent)
      .when(acceptNeed([], otherMeasureId, 9))
      .thenNothing();
  });

  it('answers each of two houses that have a measure under one id', () => {
    const { data } = acceptedNeed() as Extract<MeasureEvent, { type: 'MeasureDependencyAccepted' }>;
    const declaration = { stream: `mi.measure-${otherMeasureId}`, revision: 3 };
    const ofMi: MeasureEvent = { type: 'MeasureDependencyAccepted', data: { ...data, receiver: 'mi', declaration } };
    given(...toUnderway, needAccepted, ofMi)
      .when(acceptNeed())
      .thenNothing();
    given(...toUnderway, needAccepted, ofMi)
      .when(declineNeed)
      .thenRejected('dependency-accepted');
    const inV1: MeasureEvent = { ...ofMi, data: { ...ofMi.data, declaration: null } };
    given(...toUnderway, inV1)
      .when(acceptNeed())
      .then(needAccepted);
  });

  it('answers to 200 measures, which is what a handover can carry', () => {
    const answers = Array.from({ length: 200 }, (_, index) => acceptedNeed(third.slice(0, -3) + String(index + 100)));
    given(...toUnderway, ...answers.slice(1))
      .when(acceptNeed())
      .then(needAccepted);
    given(...toUnderway, ...answers)
      .when(declineNeed)
      .thenRejected('measure-full');
  });

  it('can accept what it declined', () =>
    given(...toUnderway, needDeclined)
      .when(acceptNeed())
      .then(needAccepted));

  it('is refused an acceptance that closes a cycle known to it', () => {
    given(...toUnderway)
      .when(acceptNeed([third, otherMeasureId]))
      .thenRejected('dependency-cycle');
    given(...toUnderway)
      .when(acceptNeed([third]))
      .then(needAccepted);
  });

  it('is refused an acceptance that its measure comes before itself', () =>
    given(...toUnderway)
      .when(acceptNeed([], measureId))
      .thenRejected('needs-itself'));
});
