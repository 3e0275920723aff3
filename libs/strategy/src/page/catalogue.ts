import type { de } from './texts.de';

/** A sentence with `{places}`, or its forms by the number `n`. */
export type Text = string | Readonly<{ one: string; other: string }>;
export type TextKey = keyof typeof de;
/** All that the page says in one language. */
export type Catalogue = Readonly<Record<TextKey, Text>>;
