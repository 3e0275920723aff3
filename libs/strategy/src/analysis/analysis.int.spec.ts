// What analysts see who ask the database itself.
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';

import { OpenStrategy } from '../testing/open-strategy';
import { goals, smallState } from '../testing/small-state';
import { GOVERNMENT, HOUSE, wholeLives } from '../testing/whole-lives';
import { analysisSchemas } from './views';

const [PUBLIC, GOVERNMENTAL] = analysisSchemas;

describeWithPostgres('the views for analysts', () => {
  const database = databaseForSpecs();
  let strategy: OpenStrategy;
  beforeAll(async () => {
    const { url } = database();
    strategy = await OpenStrategy.open({}, { database: { url, analysis: analysisSchemas } });
    await strategy.record(...smallState, ...wholeLives);
  });
  afterAll(() => strategy.close());

  const asked = (role: string, query: string) => database().run(`set role ${role}; ${query}`);
  const everythingIn = async ({ schema, role, views }: (typeof analysisSchemas)[number]) => {
    const rows = [];
    for (const { name } of views) rows.push(...(await asked(role, `select * from ${schema}.${name}`)));
    return JSON.stringify(rows);
  };
  const goalsIn = async ({ schema, role }: (typeof analysisSchemas)[number]) =>
    (await asked(role, `select goal_id from ${schema}.goal`)).map(({ goal_id }) => goal_id);

  it('show each reader what the read API shows, by canary words', async () => {
    if (!PUBLIC || !GOVERNMENTAL) throw new Error('There are two.');
    const [open, governmental] = [await everythingIn(PUBLIC), await everythingIn(GOVERNMENTAL)];
    expect([open.includes(GOVERNMENT), open.includes(HOUSE)]).toEqual([false, false]);
    expect([governmental.includes(GOVERNMENT), governmental.includes(HOUSE)]).toEqual([true, false]);
    expect([open.includes(goals.secret), governmental.includes(goals.secret)]).toEqual([false, true]);
    const shown = (await strategy.get('/api/strategy/goals?limit=500')).body.items as { goalId: string }[];
    expect((await goalsIn(PUBLIC)).sort()).toEqual(shown.map(({ goalId }) => goalId).sort());
  });

  it('show some row of each kind, and its columns as they are documented', async () => {
    for (const { schema, role, views } of analysisSchemas)
      for (const { name, columns } of views) {
        const [row] = await asked(role, `select * from ${schema}.${name} limit 1`);
        expect([schema, name, row && Object.keys(row)]).toEqual([schema, name, Object.keys(columns)]);
      }
  });

  it('are all that their reader may read, and nothing may be written', async () => {
    const denied = 'permission denied';
    await expect(asked('zielwerk_analyst', 'select * from zielwerk_strategy.goal')).rejects.toThrow(denied);
    await expect(asked('zielwerk_analyst', 'select * from zielwerk_strategy.event')).rejects.toThrow(denied);
    await expect(asked('zielwerk_analyst', 'select * from zielwerk_analysis_government.goal')).rejects.toThrow(denied);
    await expect(asked('zielwerk_analyst', 'delete from zielwerk_analysis.goal')).rejects.toThrow(denied);
  });

  it('outlive a rebuild, with their grants', async () => {
    if (!PUBLIC) throw new Error('There is one.');
    const before = await goalsIn(PUBLIC);
    await strategy.rebuild();
    expect(await goalsIn(PUBLIC)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });
});
