import { jsonLogger, type LogLevel } from './logging';

const log = (level: LogLevel) => {
  const lines: string[] = [];
  const logger = jsonLogger(level, 'mwu', { write: (line) => void lines.push(line) });
  return { logger, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('jsonLogger', () => {
  it('writes a line of JSON with the service, and a request by its traceId', () => {
    const { logger, read } = log('info');
    logger.error({ traceId: 't-1', error: 'no disk' });
    expect(read()).toEqual([
      {
        level: 50,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
        service: 'mwu',
        traceId: 't-1',
        error: 'no disk',
      },
    ]);
  });

  it('takes what Nest says, with its context', () => {
    const { logger, read } = log('info');
    logger.log('started', 'Nest');
    expect(read()).toEqual([expect.objectContaining({ level: 30, context: 'Nest', msg: 'started' })]);
  });

  it('says what Nest is made of to those alone who debug', () => {
    for (const [level, lines] of [
      ['info', 0],
      ['debug', 1],
    ] as const) {
      const { logger, read } = log(level);
      logger.log('Mapped {/api/ministries/mf/goals, POST} route', 'RouterExplorer');
      expect(read()).toHaveLength(lines);
    }
  });

  it('keeps the stack of an error', () => {
    const { logger, read } = log('info');
    logger.error(new Error('no disk'));
    expect(read()[0]?.msg).toContain('logging.spec.ts');
  });

  it('writes nothing below its level', () => {
    const { logger, read } = log('warn');
    logger.log('x');
    logger.warn('y');
    expect(read()).toHaveLength(1);
  });
});
