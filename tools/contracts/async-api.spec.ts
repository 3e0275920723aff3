import { Parser } from '@asyncapi/parser';
import { allEvents } from '@zielwerk/contracts';

import { asyncApiDocument } from './async-api';

it('is a valid AsyncAPI 3.0 document with a message for each version ever written', async () => {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiDocument()));
  const [errors, warnings] = [0, 1].map((severity) =>
    diagnostics.filter((found) => (found.severity as number) === severity),
  );
  expect([errors, warnings]).toEqual([[], []]);
  expect(
    document
      ?.allMessages()
      .map((message) => message.name())
      .sort(),
  ).toEqual([...Object.keys(allEvents.jsonSchemas()), 'Withheld.v1'].sort());
});
