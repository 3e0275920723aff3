type Separator = ';' | ',' | '\t';

const MARK = /[";,\t\r\n]/g;

/** The marks of the first line that are not within quotation marks. */
function* marksOf(text: string): Generator<string> {
  let isQuoted = false;
  for (const [mark] of text.matchAll(MARK)) {
    if (mark === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (mark === '\r' || mark === '\n') return;
    else yield mark;
  }
}

/** What separates the cells of a header. Where more than one mark could, it is the one that the tables are written with. */
export const separatorOf = (text: string): Separator => {
  const found = new Set<string>();
  for (const mark of marksOf(text)) {
    found.add(mark);
    if (mark === ';') break;
  }
  const candidates: readonly Separator[] = [';', ',', '\t'];
  return candidates.find((candidate) => found.has(candidate)) ?? ';';
};
