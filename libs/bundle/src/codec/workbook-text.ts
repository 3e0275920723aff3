// Characters that XML cannot hold, or would change, and what looks as if it stood for one.
const ESCAPED = /_(?=x[\dA-Fa-f]{4}_)|[^\P{Cc}\t\n]|[\u{FFFE}\u{FFFF}]/gu;

const escapeOf = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text as the parts of a workbook hold it, with `_x000D_` for what XML has no way to say. */
export const workbookText = (text: string): string => text.replace(ESCAPED, escapeOf);
