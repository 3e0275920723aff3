// A measure on its way from one house to another: at no time is it missing, or counted twice.
import { OpenStrategy } from './testing/open-strategy';
import { lives, lifeStreams, wholeLives } from './testing/whole-lives';

let strategy: OpenStrategy;
beforeEach(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...wholeLives.filter((recording) => recording !== takeover));
});
afterEach(() => strategy.close());

const takeover = wholeLives.find(([stream]) => stream === lifeStreams.movedOn) ?? [lifeStreams.movedOn];

type Counted = { measures: { total: number; byState: Record<string, number> } };
type Overview = Counted & { ministries: (Counted & { ministry: string })[] };

/** All measures, those underway, and those of `mid`, `mf` and `mwu`. */
const counts = async () => {
  const { body } = await strategy.get('/api/strategy/overview');
  const { measures, ministries } = body as unknown as Overview;
  return [measures.total, measures.byState.underway, ...ministries.map((one) => one.measures.total)];
};
const goal = async () => (await strategy.get(`/api/strategy/goals/${lives.reached}`)).body;
const page = () => strategy.page(`/measures/${lives.moved}`);

it('counts where it was until it is taken over, and from then on where it is led', async () => {
  expect(await counts()).toEqual([4, 1, 2, 1, 1]);
  expect(await goal()).toMatchObject({
    progress: { byMeasures: { value: 0.3 } },
    measures: [{ measureId: lives.moved, ministry: 'mid', state: 'underway' }],
  });
  await strategy.record(takeover);
  expect(await counts()).toEqual([4, 1, 1, 2, 1]);
  expect(await goal()).toMatchObject({
    progress: { byMeasures: { value: 0.45 } },
    measures: [{ measureId: lives.moved, ministry: 'mf', state: 'underway' }],
  });
});

it('says that its takeover is still to come', async () => {
  expect(await page()).toContain('Steht noch aus.');
  await strategy.record(takeover);
  expect(await page()).not.toContain('Steht noch aus.');
});

it('waits for the house that hands it over, should the other one be heard first', async () => {
  await strategy.close();
  strategy = await OpenStrategy.open();
  await strategy.record(takeover);
  expect((await counts())[0]).toBe(0);
  await strategy.record(...wholeLives.filter((recording) => recording !== takeover));
  expect(await counts()).toEqual([4, 1, 1, 2, 1]);
});
