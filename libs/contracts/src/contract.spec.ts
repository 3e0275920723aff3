import { IsEmail, IsOptional, Matches } from 'class-validator';

import { contractOf } from './contract';
import { GoalHealthDeclared } from './goal.events';
import { IndicatorDefined } from './indicator.events';
import { schemaOf } from './json-schema';
import { MeasurePlanned, MeasureProgressReported } from './measure.events';
import { IsPercent } from './vocabulary';
import { OrNull } from './word';

const measureId = '0190a1de-0000-7000-8000-000000000001';
const report = { measureId, period: '2026-Q1', percent: 10, text: null, explanation: null };
const healthDeclared = { goalId: measureId, health: 'red', reason: 'No money' };
const faultsOf = (value: unknown) => contractOf(MeasureProgressReported).faults(value);

describe('JSON Schema of a class', () => {
  it('says every constraint, and that nothing else may be there', () =>
    expect(schemaOf(MeasureProgressReported)).toEqual({
      title: 'MeasureProgressReported',
      type: 'object',
      additionalProperties: false,
      required: ['measureId', 'period', 'percent', 'text', 'explanation'],
      properties: {
        measureId: { type: 'string', pattern: expect.stringContaining('[0-9a-f]{12}') },
        period: { type: 'string', pattern: '^[12]\\d{3}-(?:Q[1-4]|0[1-9]|1[0-2])$' },
        percent: { type: 'integer', minimum: 0, maximum: 100 },
        text: { type: ['string', 'null'], pattern: expect.any(String), maxLength: 4000 },
        explanation: { type: ['string', 'null'], pattern: expect.any(String), maxLength: 2000 },
      },
    }));

  it('says parts, lists, choices and dates', () =>
    expect(schemaOf(IndicatorDefined)).toMatchObject({
      properties: {
        kind: { enum: ['increase', 'decrease', 'keepAtLeast', 'keepAtMost', 'milestone', 'observed'] },
        goals: { type: 'array', maxItems: 50, uniqueItems: true, items: { type: 'string' } },
        baseline: {
          type: ['object', 'null'],
          additionalProperties: false,
          required: ['value', 'date'],
          properties: { value: { type: 'number' }, date: { type: ['string', 'null'], format: 'date' } },
        },
      },
    }));

  it('lets an optional field be missing or null', () => {
    class Pace {
      @IsOptional() @IsPercent() readonly percent?: number | null;
    }
    expect(schemaOf(Pace)).toMatchObject({ required: [], properties: { percent: { type: ['integer', 'null'] } } });
  });

  it('takes an optional field for one, however often it is said', () => {
    class Pace {
      @IsOptional() @OrNull() @IsOptional() @IsPercent() readonly percent?: number | null;
    }
    expect(schemaOf(Pace)).toMatchObject({ required: [], properties: { percent: { type: ['integer', 'null'] } } });
  });

  it('refuses what it cannot say', () => {
    class Letter {
      @IsEmail() readonly to!: string;
    }
    class Stamp {
      @Matches(/^\d+$/) readonly number!: string;
    }
    expect(() => schemaOf(Letter)).toThrow('Letter.to: isEmail has no reading in JSON Schema');
    expect(() => schemaOf(Stamp)).toThrow('Stamp.number: write /^\\d+$/u');
    expect(() => schemaOf(class Empty {})).toThrow('Empty has no field');
  });
});

describe('what is wrong with a value', () => {
  it('is said field by field, with a pointer and a sentence', () =>
    expect(faultsOf({ measureId, percent: 101, text: null, explanation: '', 'a/b~c ': 1 })).toEqual([
      { pointer: '#/period', detail: 'period is missing; it must be a quarter or a month such as 2026-Q3 or 2026-09.' },
      { pointer: '#/percent', detail: 'percent must be a whole number from 0 to 100.' },
      { pointer: '#/explanation', detail: 'explanation must be text of 1 to 2000 characters.' },
      { pointer: '#/a~1b~0c%20', detail: 'a/b~c  is not a field here.' },
    ]));

  it('is said of the very item in a list of parts', () => {
    const milestones = [{ milestone: 'tender', title: 'Tender', baselineDate: '2026-02-30', weight: 1 }];
    const open = { startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null };
    const plan = { ...open, needsNoMoney: true, milestones };
    expect(contractOf(MeasurePlanned).faults({ measureId, plan })).toEqual([
      {
        pointer: '#/plan/milestones/0/baselineDate',
        detail: 'baselineDate must be a day of the calendar such as 2026-03-31.',
      },
      { pointer: '#/plan/milestones/0/weight', detail: 'weight is not a field here.' },
    ]);
  });

  it('is told once for a list where an object should be', () => {
    const open = { startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null };
    const milestones = [[{ milestone: 'tender', title: 'Tender', baselineDate: '2026-04-30' }]];
    expect(contractOf(MeasurePlanned).faults({ measureId, plan: { ...open, needsNoMoney: true, milestones } })).toEqual(
      [{ pointer: '#/plan/milestones', detail: 'milestones must be a list of at most 100 objects.' }],
    );
  });

  it('is not looked for in the items beyond a list’s length', () => {
    const open = { startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null };
    const milestones = Array.from({ length: 10_000 }, (_, n) => ({ milestone: n, title: '', baselineDate: '' }));
    let read = 0;
    const counted = milestones.map((milestone) => ({
      ...milestone,
      get title() {
        return String(++read).slice(0, 0);
      },
    }));
    const [first] = contractOf(MeasurePlanned).faults({
      measureId,
      plan: { ...open, needsNoMoney: true, milestones: counted },
    });
    expect(first).toEqual({
      pointer: '#/plan/milestones',
      detail: 'milestones must be a list of at most 100 objects.',
    });
    expect(read).toBeLessThan(1_000);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('includes a field called %s', (name) => {
    const polluted: unknown = JSON.parse(`{ "${name}": { "percent": 5 }, ${JSON.stringify(report).slice(1)}`);
    expect(faultsOf(polluted)).toEqual([{ pointer: `#/${name}`, detail: `${name} is not a field here.` }]);
    expect(contractOf(MeasureProgressReported).accepts(polluted)).toBe(false);
  });

  it('is not hidden by a polluted Object.prototype', () => {
    const { percent, ...rest } = report;
    try {
      Object.assign(Object.prototype, { percent });
      expect(contractOf(MeasureProgressReported).accepts(rest)).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'percent');
    }
  });

  it('is nothing when nothing is', () => {
    expect(faultsOf(report)).toEqual([]);
    expect(contractOf(GoalHealthDeclared).parse({ ...healthDeclared })).toEqual(healthDeclared);
  });

  it('stops after fifty', () => {
    const flood = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, i]));
    expect(faultsOf(flood)).toHaveLength(50);
  });
});
