import { given, inOtherStatesThan, inStates, toUnderway } from './testing/measure-examples';
import {
  drop,
  dropped,
  forecastMoved,
  handedOver,
  handOver,
  moveForecast,
  reach,
  reached,
  stateIn,
} from './testing/part-examples';

const workedOn = ['released', 'underway', 'suspended', 'inAcceptance'] as const;

describe.each([
  { what: 'moving its forecast', command: moveForecast('2026-03-01'), event: forecastMoved('2026-03-01') },
  { what: 'reaching it', command: reach('2026-02-20'), event: reached('2026-02-20') },
  { what: 'dropping it', command: drop(), event: dropped },
])('a planned milestone: $what', ({ command, event }) => {
  it.each(inStates(...workedOn))('is possible when the measure is $status', ({ history }) =>
    given(...history)
      .when(command)
      .then(event),
  );

  it.each(inOtherStatesThan(...workedOn))('is refused when the measure is $status', ({ history }) =>
    given(...history)
      .when(command)
      .thenRejected('measure-not-in-work'),
  );
});

describe('a milestone', () => {
  it.each([moveForecast('2026-03-01', 'party'), reach('2026-02-20', 'party'), drop('party')])(
    'that the released plan does not have is unknown to $type',
    (command) =>
      given(...toUnderway)
        .when(command)
        .thenRejected('milestone-unknown'),
  );

  describe.each([
    { end: 'reached', event: reached('2026-02-20') },
    { end: 'dropped', event: dropped },
  ])('that was $end', ({ event }) => {
    it.each([moveForecast('2026-03-01'), reach('2026-02-21'), reach('2026-02-20'), drop()])(
      'is refused as closed to $type',
      (command) =>
        given(...toUnderway, event)
          .when(command)
          .thenRejected('milestone-closed'),
    );

    it('does not close another one', () =>
      given(...toUnderway, event)
        .when(moveForecast('2027-07-31', 'roll-out'))
        .then(forecastMoved('2027-07-31', 'roll-out')));
  });

  it('is reached on an actual date that is not to come', () => {
    given(...toUnderway)
      .when(reach('2026-05-02'), { occurredOn: '2026-05-01' })
      .thenRejected('actual-date-to-come');
    given(...toUnderway)
      .when(reach('2026-05-01'), { occurredOn: '2026-05-01' })
      .then(reached('2026-05-01'));
  });

  it('has a forecast that moves with a reason, again and again', () =>
    given(...toUnderway, forecastMoved('2026-03-01'))
      .when(moveForecast('2026-04-01'))
      .then(forecastMoved('2026-04-01')));

  it('does nothing when its forecast moves to where it is', () =>
    given(...toUnderway, forecastMoved('2026-03-01'))
      .when(moveForecast('2026-03-01'))
      .thenNothing());

  it('keeps its baselineDate, which never changes, whatever becomes of forecastDate and actualDate', () => {
    const milestones = stateIn('underway').milestones.map((milestone) =>
      milestone.milestone === 'tender'
        ? { ...milestone, forecastDate: '2026-03-01', actualDate: '2026-02-20' }
        : milestone,
    );
    given(...toUnderway, forecastMoved('2026-03-01'), reached('2026-02-20'))
      .when(handOver())
      .then(handedOver(stateIn('underway', { milestones })));
  });
});
