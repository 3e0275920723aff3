import { checkpointsContract } from './checkpoints.contract';
import { eventStoreContract } from './event-store.contract';
import { MemoryCheckpoints } from './memory-checkpoints';
import { MemoryEventStore } from './memory-event-store';
import { MemorySubjects } from './memory-subjects';
import { subjectsContract } from './subjects.contract';

eventStoreContract('memory', (clock) => Promise.resolve(new MemoryEventStore(clock)));
checkpointsContract('memory', () => new MemoryCheckpoints());
subjectsContract('memory', () => new MemorySubjects());
