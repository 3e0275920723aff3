import type { EventCatalogue } from '@zielwerk/contracts';
import type { Message } from '@zielwerk/kernel';

import { SCHEMAS } from './written-versions';

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** By its path in the repository, the schema of each version ever written. */
export const schemaFiles = (events: Pick<EventCatalogue<Message>, 'jsonSchemas'>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(events.jsonSchemas()).map(([wireType, schema]) => [
      `${SCHEMAS}/${wireType}.json`,
      json({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:zielwerk:${wireType}`, ...schema }),
    ]),
  );
