// What is due and late in each house of the small state, on 23 November 2026.
import { OpenStrategy } from './testing/open-strategy';
import {
  adopted,
  defined,
  drafted,
  goals,
  indicators,
  measures,
  observed,
  smallState,
  streams,
} from './testing/small-state';
import type { MinistryDetail } from './views/overview';

const analyst = { by: { roles: ['analyst'] } };

let strategy: OpenStrategy;
beforeEach(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterEach(() => strategy.close());

const agenda = async (code: string, ask = {}) => {
  const { status, body } = await strategy.get(`/api/strategy/ministries/${code}`, ask);
  expect(status).toBe(200);
  const { due, late } = body as unknown as MinistryDetail;
  const inShort = ({ day, days, kind, title, periods }: MinistryDetail['due'][number]) =>
    [day, days, kind, title, ...periods].join(' ');
  return { due: due.map(inShort), late: late.map(inShort) };
};

const QUARTER_END = '2026-12-31 38';

it('is computed of the rows that there are, by day and title', async () => {
  expect(await agenda('mid')).toEqual({
    due: [`${QUARTER_END} progress-report Dig 2026-Q4`, `${QUARTER_END} observation Households with fibre 2026-Q4`],
    late: [
      '2026-06-30 146 milestone Dig',
      '2026-06-30 146 progress-report Dig 2026-Q2 2026-Q3',
      '2026-06-30 146 milestone Map',
      '2026-09-30 54 observation Households with fibre 2026-Q3',
    ],
  });
  expect(await agenda('mwu')).toEqual({ due: [], late: ['2026-06-30 146 milestone Lay'] });
});

it('agrees with the computed health on what is not reported and what is missed', async () => {
  const { body } = await strategy.get(`/api/strategy/measures/${measures.dig}`);
  expect(body).toMatchObject({
    computedHealth: { inputs: { unreported: ['2026-Q2', '2026-Q3'] } },
    milestones: [{ milestone: 'pilot', missed: true }],
    nextMilestone: { milestone: 'pilot', title: 'Pilot', day: '2026-06-30', missed: true },
  });
});

it('changes with the next fact', async () => {
  await strategy.record(
    [streams.households, ['2026-10-02', observed(indicators.households, '2026-Q3', 70)]],
    [
      streams.map,
      [
        '2026-11-01',
        {
          type: 'MilestoneForecastMoved',
          data: { measureId: measures.map, milestone: 'pilot', forecastDate: '2027-01-15', reason: 'Frost' },
        },
      ],
    ],
  );
  const { due, late } = await agenda('mid');
  expect(due).toContain('2027-01-15 53 milestone Map');
  expect(late).toEqual(['2026-06-30 146 milestone Dig', '2026-06-30 146 progress-report Dig 2026-Q2 2026-Q3']);
});

it('takes the deadline that the strategy office has set', async () => {
  const period = '0190a1de-0000-7000-8000-000000000901';
  const opened = { type: 'ReportingPeriodOpened', data: { period: '2026-Q3', reportBy: '2026-11-30' } } as const;
  await strategy.record([`mid.reportingPeriod-${period}`, ['2026-10-01', opened]]);
  const { due, late } = await agenda('mid');
  expect(due[0]).toBe('2026-11-30 7 progress-report Dig 2026-Q3');
  expect(late).toContain('2026-06-30 146 progress-report Dig 2026-Q2');
});

it('waits for no value of an indicator whose goals have all ended, nor of one that is observed by days', async () => {
  await strategy.record([
    streams.fibre,
    ['2026-11-01', { type: 'GoalAbandoned', data: { goalId: goals.fibre, reason: 'Done otherwise' } }],
  ]);
  expect(JSON.stringify(await agenda('mid'))).not.toContain('observation');
  const byDays = '0190a1de-0000-7000-8000-000000000902';
  await strategy.record([
    `mwu.indicator-${byDays}`,
    ['2026-01-06', defined({ indicatorId: byDays, periodicity: 'day', goals: [goals.files] })],
  ]);
  expect(await agenda('mwu')).toEqual({ due: [], late: ['2026-06-30 146 milestone Lay'] });
});

it('waits for the first value from the day on which an indicator is known, and for none of a milestone that is done', async () => {
  const [first, milestone] = ['0190a1de-0000-7000-8000-000000000903', '0190a1de-0000-7000-8000-000000000904'];
  const path = { targetPath: [{ date: '2026-06-30', value: 1 }], baseline: { value: 0, date: null } };
  const definition = { goals: [goals.files], ...path };
  await strategy.record(
    [
      `mwu.indicator-${first}`,
      ['2025-01-06', defined({ ...definition, indicatorId: first, title: 'First', periodicity: 'month' })],
    ],
    [
      `mwu.indicator-${milestone}`,
      ['2026-01-06', defined({ ...definition, indicatorId: milestone, title: 'Done', kind: 'milestone' })],
      ['2026-07-01', observed(milestone, '2026-Q2', 1)],
    ],
  );
  expect(await agenda('mwu')).toEqual({
    due: ['2026-11-30 7 observation First 2026-11'],
    late: ['2026-06-30 146 milestone Lay'],
  });
});

it('shows the public what is public, and the government its drafts', async () => {
  await strategy.record([
    streams.secret,
    ['2026-01-04', { type: 'GoalRevised', data: { goalId: goals.secret, content: contentOf('2026-11-22') } }],
  ]);
  expect((await agenda('mf')).late).toEqual(['2026-06-30 146 observation Forms 2026-Q2 2026-Q3']);
  expect((await agenda('mf', analyst)).late).toEqual([
    '2026-06-30 146 observation Forms 2026-Q2 2026-Q3',
    '2026-11-22 1 goal-target Noch geheim',
  ]);
  await strategy.record([streams.secret, ['2026-11-02', adopted(goals.secret, contentOf('2026-11-22'))]]);
  expect((await agenda('mf')).late).toContain('2026-11-22 1 goal-target Noch geheim');
});

it.each(['xx', 'MF', 'mf.x'])('of the house %s, which is none, there is nothing', async (code) =>
  expect((await strategy.get(`/api/strategy/ministries/${code}`)).status).toBe(404),
);

function contentOf(targetDate: string) {
  const { data } = drafted(goals.secret, { title: 'Noch geheim', theme: 'files', targetDate }) as Extract<
    ReturnType<typeof drafted>,
    { type: 'GoalDrafted' }
  >;
  return data.content;
}
