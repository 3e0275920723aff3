// Ajv and class-validator give one verdict on whatever a class is shown.
import fc from 'fast-check';

import { anything, changedBy, changesWith } from './changes';
import { Contract, contractOf } from './contract';
import type { Class } from './word';

// The same changes every time: what fails here fails everywhere.
const SEED = 20261123;

const changes = changesWith(anything, { least: 0, most: 3 });

/** Shows the class, or what checks an event of some version, its sample with up to three changes somewhere in it, and now and then something else altogether. */
export const agreementSpec = (
  type: Class | Contract<object>,
  sample: object,
  numRuns = 3000,
): { accepted: number; refused: number } => {
  const contract = type instanceof Contract ? type : contractOf(type);
  const seen = { accepted: 0, refused: 0 };

  const changed = changes.map((all) => changedBy(sample, all));
  const shown = fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: anything });

  fc.assert(
    fc.property(shown, (value) => {
      const accepted = contract.accepts(value);
      seen[accepted ? 'accepted' : 'refused'] += 1;
      return accepted === (contract.faults(value).length === 0);
    }),
    { numRuns, seed: SEED },
  );
  return seen;
};
