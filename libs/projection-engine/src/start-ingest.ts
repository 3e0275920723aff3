import type { Messaging, ReceivedMessage, Running } from '@zielwerk/kernel';

import { Gathering } from './gathering';
import type { ReadModel } from './read-model';

type Ingesting = Readonly<{
  readModel: Pick<ReadModel, 'ingest' | 'project' | 'startAt' | 'whileRunner'>;
  messaging: Messaging;
  /** Under this name the reader is known to the bus; where it stands, only the read model knows. */
  reader: string;
  topics: readonly string[];
}>;

/**
 * Follows the topics from where the read model stands and keeps its rows up to date, until stopped; where several processes
 * share a database, for as long as this one is to write. A batch that cannot be written is delivered again by the bus.
 */
export const startIngest = ({ readModel, messaging, reader, topics }: Ingesting): Promise<Running> =>
  readModel.whileRunner(async () => {
    // What was logged before a crash and not projected: perhaps nothing comes that would set it going.
    await readModel.project();
    const arrived = new Gathering<ReceivedMessage>(async (messages) => {
      await readModel.ingest(messages);
      await readModel.project();
    });
    return messaging.subscribe({
      reader,
      topics,
      startAt: (topic) => readModel.startAt(topic),
      handle: (messages) => arrived.take(messages),
    });
  });
