import type { Trace as TraceRow } from '@zielwerk/kernel';

import type { Trace } from '../views/answer';

export const traceView = (row: TraceRow): Trace => ({
  stream: row.stream,
  revision: row.revision,
  occurredOn: row.occurred_on,
  recordedAt: row.recorded_at,
});
