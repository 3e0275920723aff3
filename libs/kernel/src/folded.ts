const MARKS = /\p{M}/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/**
 * Text as it is searched and sorted: words in lower case without accents, one space between them. Made here and kept in
 * a column, because databases do not agree on how to fold and order text.
 */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss').replace(BETWEEN_WORDS, ' ').trim();

/** The words that are searched for. Letters and digits are all that is left of them: nothing in them means anything to LIKE. */
export const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .split(' ')
    .filter((word) => word !== '');
