import { type Context, SpanKind } from '@opentelemetry/api';
import type { ReceivedMessage } from '@zielwerk/kernel';

import { contextsOf, inSpans } from './message-spans';

/** What takes messages into a log and then makes rows of it, one after the other. */
type Intake = Readonly<{
  ingest: (messages: readonly ReceivedMessage[]) => Promise<void>;
  project: () => Promise<void>;
}>;

const SERVICE = 'strategy';

/** Taking a message in, and projecting it, are spans in its trace. */
export const tracedIntake = ({ ingest, project }: Intake): Intake => {
  let taken: readonly Context[] = [];
  return {
    ingest: (messages) =>
      inSpans({ name: 'ingest', kind: SpanKind.CONSUMER, service: SERVICE }, contextsOf(messages), async (spans) => {
        await ingest(messages);
        taken = spans;
      }),
    project: () => {
      const parents = taken;
      taken = [];
      return inSpans({ name: 'project', kind: SpanKind.INTERNAL, service: SERVICE }, parents, project);
    },
  };
};
