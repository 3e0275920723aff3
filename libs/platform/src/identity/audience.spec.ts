import { audienceOf } from './audience';

const caller = { subject: 's', ministry: null, function: null, unit: null, deputyFor: null, commands: [] };

it.each([
  [null, 'public'],
  [{ ...caller, roles: [] }, 'public'],
  [{ ...caller, roles: ['analyst'] }, 'government'],
  [{ ...caller, ministry: 'mf', roles: ['editor'] }, 'government'],
  [{ ...caller, roles: ['analyst', 'auditor'] }, 'house'],
])('%j reads as %s', (who, audience) => expect(audienceOf(who)).toBe(audience));
