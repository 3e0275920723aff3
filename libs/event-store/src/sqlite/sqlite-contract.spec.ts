import { checkpointsContract } from '../checkpoints.contract';
import { eventStoreContract } from '../event-store.contract';
import { subjectsContract } from '../subjects.contract';
import { temporaryFolder } from '../testing/temporary-folder';
import { SqliteCheckpoints } from './sqlite-checkpoints';
import { SqliteEventStore } from './sqlite-event-store';
import { SqliteSubjects } from './sqlite-subjects';

const folder = temporaryFolder();
eventStoreContract('sqlite', (clock) => Promise.resolve(SqliteEventStore.open(folder.file('events.db'), clock)));
checkpointsContract('sqlite', () => new SqliteCheckpoints(folder.file('checkpoints.db')));
subjectsContract('sqlite', (name) => new SqliteSubjects(folder.file(name)));
