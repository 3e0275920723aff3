import { allInterleavings } from '@zielwerk/testing';

import { type Answered, countedDependencies, type Declared, type Takeover } from './counted-dependencies';

const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const streamOf = (measure: string) => measure.replace('.', '.measure-');
const partsOf = (measure: string): [ministry: string, id: string] => measure.split('.') as [string, string];

/** Measures are named as `mid.a`. */
const declared = (measure: string, needs: string, on: number, first = { by: measure, on }): Declared => ({
  ...{ stream: streamOf(measure), ministry: partsOf(measure)[0], recorded_at: day(on) },
  ...{ measure_id: partsOf(measure)[1], giver: partsOf(needs)[0], needs: partsOf(needs)[1] },
  declaration: { stream: streamOf(first.by), revision: first.on },
});
/** `asked`: the measure that needs it, and the day on which it said so. */
const answered = (measure: string, asked: [string, number], on: number, answer: Answered['answer'] = 'accepted') => ({
  ...{ stream: streamOf(measure), receiver: partsOf(asked[0])[0], needed_by: partsOf(asked[0])[1] },
  ...{ recorded_at: day(on), answer },
  declaration: { stream: streamOf(asked[0]), revision: asked[1] },
});
const takenOver = (measure: string, from: string): Takeover => ({
  stream: streamOf(measure),
  continues: { stream: streamOf(from), revision: 4 },
});

const short = (stream: string) => stream.replace('measure-', '');
const judge = (...said: Parameters<typeof countedDependencies>) =>
  countedDependencies(...said).map(({ from, to, standing, since }) =>
    [short(from), standing, short(to), ...(since ? [`since ${Number(since.slice(8, 10))}`] : [])].join(' '),
  );

it('a dependency within a house counts at once', () =>
  expect(judge([declared('mid.a', 'mid.b', 1)], [])).toEqual(['mid.a counts mid.b since 1']));

it('a cross-ministry edge counts once the giver accepts it', () => {
  const edge = declared('mid.a', 'mf.b', 1);
  expect(judge([edge], [])).toEqual(['mid.a open mf.b']);
  expect(judge([edge], [answered('mf.b', ['mid.a', 1], 3)])).toEqual(['mid.a counts mf.b since 3']);
  expect(judge([edge], [answered('mf.b', ['mid.a', 1], 3, 'declined')])).toEqual(['mid.a declined mf.b']);
});

it('one that was declared anew is open until it is accepted anew', () => {
  const edge = declared('mid.a', 'mf.b', 5);
  expect(judge([edge], [answered('mf.b', ['mid.a', 1], 3)])).toEqual(['mid.a open mf.b']);
  expect(judge([edge], [answered('mf.b', ['mid.a', 5], 7)])).toEqual(['mid.a counts mf.b since 7']);
});

it('an answer that names no declaration is to whichever there is, one that names it counts first', () => {
  const edge = declared('mid.a', 'mf.b', 5);
  const toAny = { ...answered('mf.b', ['mid.a', 1], 3), declaration: null };
  expect(judge([edge], [toAny])).toEqual(['mid.a counts mf.b since 5']);
  expect(judge([edge], [toAny, answered('mf.b', ['mid.a', 5], 7, 'declined')])).toEqual(['mid.a declined mf.b']);
});

it('an answer that names no declaration is to the measure of the house that it names, wherever that has moved', () => {
  const toAny = { ...answered('mf.b', ['mid.a', 1], 3), declaration: null };
  expect(judge([declared('mi.a', 'mf.b', 1)], [toAny])).toEqual(['mi.a open mf.b']);
  expect(judge([declared('mi.a', 'mf.b', 1)], [toAny], [takenOver('mi.a', 'mid.a')])).toEqual([
    'mi.a counts mf.b since 3',
  ]);
});

it('an answer is to the house that asked and to no other with the same id', () =>
  expect(
    judge([declared('mid.a', 'mf.b', 1)], [answered('mf.b', ['mi.a', 1], 3), answered('mi.b', ['mid.a', 1], 3)]),
  ).toEqual(['mid.a open mf.b']));

it('a cycle is found statewide, shown as a conflict, and the youngest edge does not count', () =>
  expect(
    judge(
      [declared('mid.a', 'mf.b', 1), declared('mf.b', 'mi.c', 1), declared('mi.c', 'mid.a', 1)],
      [answered('mf.b', ['mid.a', 1], 2), answered('mi.c', ['mf.b', 1], 4), answered('mid.a', ['mi.c', 1], 3)],
    ),
  ).toEqual(['mid.a counts mf.b since 2', 'mi.c counts mid.a since 3', 'mf.b conflict mi.c since 4']));

it('of edges that came to count at one instant, the one named last is the youngest', () =>
  expect(judge([declared('mid.b', 'mid.a', 1), declared('mid.a', 'mid.b', 1)], [])).toEqual([
    'mid.a counts mid.b since 1',
    'mid.b conflict mid.a since 1',
  ]));

it('a measure that needs itself is a cycle of one', () =>
  expect(judge([declared('mid.a', 'mid.a', 1)], [])).toEqual(['mid.a conflict mid.a since 1']));

it('an edge that does not count closes no other cycle', () =>
  expect(
    judge(
      [
        ...[declared('mid.a', 'mid.b', 1), declared('mid.b', 'mid.a', 2)],
        ...[declared('mid.b', 'mid.c', 3), declared('mid.c', 'mid.a', 4), declared('mid.d', 'mid.b', 5)],
      ],
      [],
    ),
  ).toEqual([
    ...['mid.a counts mid.b since 1', 'mid.b conflict mid.a since 2', 'mid.b counts mid.c since 3'],
    ...['mid.c conflict mid.a since 4', 'mid.d counts mid.b since 5'],
  ]));

describe('a measure that was taken over', () => {
  it('needs what its new house says, and what was accepted stays accepted', () =>
    expect(
      judge(
        [
          ...[declared('mid.a', 'mf.b', 1), declared('mid.a', 'mf.x', 1)],
          declared('mi.a', 'mf.b', 5, { by: 'mid.a', on: 1 }),
        ],
        [answered('mf.b', ['mid.a', 1], 2)],
        [takenOver('mi.a', 'mid.a')],
      ),
    ).toEqual(['mi.a counts mf.b since 2']));

  it('keeps what was accepted where v1 took it over, which does not say where it was declared', () => {
    const inV1 = (measure: string, on: number) => ({ ...declared(measure, 'mf.b', on), declaration: null });
    const said = [declared('mid.a', 'mf.b', 1), inV1('mi.a', 5), inV1('mwu.a', 7)];
    const takeovers = [takenOver('mi.a', 'mid.a'), takenOver('mwu.a', 'mi.a')];
    expect(judge(said, [answered('mf.b', ['mid.a', 1], 2)], takeovers)).toEqual(['mwu.a counts mf.b since 2']);
    expect(judge(said, [answered('mf.b', ['mid.a', 4], 2)], takeovers)).toEqual(['mwu.a open mf.b']);
    expect(judge(said.slice(2), [answered('mf.b', ['mid.a', 1], 2)], takeovers)).toEqual(['mwu.a open mf.b']);
  });

  it('counts for the giver that takes it over since then, and not since it was asked', () => {
    const said = [
      ...[declared('mid.a', 'mf.b', 1), declared('mf.b', 'mi.c', 2), declared('mi.c', 'mid.a', 2)],
      declared('mf.a', 'mf.b', 10, { by: 'mid.a', on: 1 }),
    ];
    const accepted = [answered('mi.c', ['mf.b', 2], 3), answered('mid.a', ['mi.c', 2], 4)];
    const takeovers = [takenOver('mf.a', 'mid.a')];
    const others = ['mf.b counts mi.c since 3', 'mi.c counts mf.a since 4'];
    expect(judge(said, accepted, takeovers)).toEqual([...others, 'mf.a conflict mf.b since 10']);
    expect(judge(said, [...accepted, answered('mf.b', ['mid.a', 1], 8)], takeovers)).toEqual([
      ...[...others, 'mf.a conflict mf.b since 8'],
    ]);
    expect(judge(said, [...accepted, answered('mf.b', ['mid.a', 1], 8, 'declined')], takeovers)).toEqual([
      ...[...others, 'mf.a conflict mf.b since 10'],
    ]);
  });

  it('is no younger for it: a cycle is broken where it was', () =>
    expect(
      judge(
        [
          ...[declared('mid.a', 'mid.b', 1), declared('mid.b', 'mid.c', 2), declared('mi.c', 'mi.a', 6)],
          declared('mi.a', 'mid.b', 5, { by: 'mid.a', on: 1 }),
        ],
        [answered('mid.b', ['mid.a', 1], 3)],
        [takenOver('mi.a', 'mid.a'), takenOver('mi.c', 'mid.c')],
      ),
    ).toEqual(['mid.b counts mi.c since 2', 'mi.a counts mid.b since 3', 'mi.c conflict mi.a since 6']));

  it('is still needed, through each of its houses', () =>
    expect(
      judge(
        [declared('mf.b', 'mid.a', 1), declared('mwu.a', 'mwu.z', 3), declared('mwu.z', 'mf.b', 4)],
        [answered('mid.a', ['mf.b', 1], 2), answered('mf.b', ['mwu.z', 4], 6)],
        [takenOver('mi.a', 'mid.a'), takenOver('mwu.a', 'mi.a')],
      ),
    ).toEqual(['mf.b counts mwu.a since 2', 'mwu.a counts mwu.z since 3', 'mwu.z conflict mf.b since 6']));

  it('takes the last answer, whichever house gave it', () =>
    expect(
      judge(
        [declared('mf.b', 'mid.a', 1)],
        [answered('mi.a', ['mf.b', 1], 4, 'declined'), answered('mid.a', ['mf.b', 1], 2)],
        [takenOver('mi.a', 'mid.a')],
      ),
    ).toEqual(['mf.b declined mi.a']));

  it('ends the search, even if two houses each say they have it from the other', () =>
    expect(
      judge([declared('mf.b', 'mid.a', 1)], [], [takenOver('mi.a', 'mid.a'), takenOver('mid.a', 'mi.a')]),
    ).toHaveLength(1));
});

it('comes to the same whatever was heard first', () => {
  const all = [
    ...[declared('mid.a', 'mf.b', 1), declared('mf.b', 'mi.c', 1), declared('mi.c', 'mid.a', 1)],
    ...[declared('mi.c', 'mf.b', 2), declared('mid.a', 'mid.d', 2)],
  ];
  const answers = [
    ...[answered('mf.b', ['mid.a', 1], 3), answered('mi.c', ['mf.b', 1], 3), answered('mid.a', ['mi.c', 1], 3)],
    answered('mf.b', ['mi.c', 2], 3),
  ];
  const orders = <Said>(said: readonly Said[]) => [...allInterleavings(said.map((one) => [one]))];
  const verdicts = orders(all).flatMap((order, index) => {
    const heard = orders(answers);
    return JSON.stringify(judge(order, heard[index % heard.length] ?? []));
  });
  expect(verdicts).toHaveLength(120);
  expect([...new Set(verdicts)].map((verdict) => JSON.parse(verdict) as unknown)).toEqual([
    [
      ...['mid.a counts mid.d since 2', 'mf.b counts mi.c since 3', 'mi.c conflict mf.b since 3'],
      ...['mi.c counts mid.a since 3', 'mid.a conflict mf.b since 3'],
    ],
  ]);
});

it('a cycle of two thousand measures is found as well', () => {
  const chain = Array.from({ length: 2_000 }, (_, n) => declared(`mid.${n}`, `mid.${n + 1}`, 1));
  expect(judge([...chain, declared('mid.2000', 'mid.0', 2)], []).at(-1)).toBe('mid.2000 conflict mid.0 since 2');
});
