// A process that a fault test starts, bundles and kills: writers that append for ever and say what was acknowledged.
import { Clock, NO_REVISION } from '@zielwerk/kernel';
import { writeSync } from 'node:fs';
import { SqliteEventStore } from '../sqlite/sqlite-event-store';
import { appendOf, streamOf } from './written-data';

class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

const [, , file = '', writers = '1', appends = 'Infinity'] = process.argv;
const store = SqliteEventStore.open(file, new SystemClock());

const write = async (writer: number): Promise<void> => {
  const stream = streamOf(writer);
  const last = (await store.readStream(stream)).at(-1);
  // Where the writer before it was killed: what is there was whole, acknowledged or not.
  let append = last ? Number(last.meta.commandId.split('-')[1]) + 1 : 0;
  let revision = last?.meta.revision ?? NO_REVISION;
  for (const end = append + Number(appends); append < end; append += 1) {
    ({ revision } = await store.append(stream, revision, appendOf(writer, append)));
    writeSync(1, `${writer} ${append}\n`);
  }
};

void Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer))).then(() => store.close());
