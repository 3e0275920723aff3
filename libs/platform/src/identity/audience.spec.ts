import { audienceOf, readableBy } from './audience';

const caller = { subject: 's', ministry: null, function: null, unit: null, deputyFor: null };

it.each([
  [null, 'public'],
  [{ ...caller, roles: [] }, 'public'],
  [{ ...caller, roles: ['analyst'] }, 'government'],
  [{ ...caller, ministry: 'mf', roles: ['editor'] }, 'government'],
  [{ ...caller, roles: ['analyst', 'auditor'] }, 'house'],
])('%j reads as %s', (who, audience) => expect(audienceOf(who)).toBe(audience));

it('whoever reads more reads everything that others read', () => {
  expect((['public', 'government', 'house'] as const).map(readableBy)).toEqual([
    ['public'],
    ['public', 'government'],
    ['public', 'government', 'house'],
  ]);
});
