import { folded, wordsIn } from './folded';

it.each([
  ['Größe der Behörden', 'grosse der behorden'],
  ['  E-Akte (2. Stufe) ', 'e akte 2 stufe'],
  ['Ausbau: Café, Ökostrom', 'ausbau cafe okostrom'],
  ['ﬁber', 'fiber'],
  ['—', ''],
])('%s is searched and sorted as %s', (text, expected) => expect(folded(text)).toBe(expected));

it('leaves of what is searched for the words alone', () =>
  expect([wordsIn(" Für 100 % E-Akten_' "), wordsIn('%_')]).toEqual([['fur', '100', 'e', 'akten'], []]));
