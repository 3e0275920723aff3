// Ids that follow from names (RFC 9562, version 5): whoever knows the name knows the id, and a second try has the same one.
import { hash } from 'node:crypto';

// The product's own namespace, 7a69656c-7765-4bc2-ab70-726f64756374, fixed for ever: another one would give every entity
// another id. Its bytes are the UTF-8 of a text, so that hashing a name needs no buffer.
const NAMESPACE = 'zielweK\u00abproduct';

/** The product's UUID version 5 of a name, lower case. */
export const uuidv5 = (name: string): string => {
  const hex = hash('sha1', NAMESPACE + name);
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The id of what a house calls by a reference of its own: uniqueness is the stream itself. */
export const entityId = (ministry: string, category: string, reference: string): string =>
  uuidv5(`${ministry}/${category}/${reference}`);
