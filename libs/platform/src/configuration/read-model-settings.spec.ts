import { InvalidConfiguration } from './invalid-configuration';
import { readModelOf } from './read-model-settings';

const POSTGRES = { readModel: 'postgres', readModelUrl: 'postgres://z@db:5432/z' } as const;

it('a read model is in files unless a database is named', () => {
  expect(readModelOf({ readModel: 'sqlite' })).toEqual({ engine: 'sqlite' });
  expect(readModelOf(POSTGRES)).toEqual({ engine: 'postgres', url: 'postgres://z@db:5432/z' });
});

it.each([
  [
    { ...POSTGRES, readModel: 'sqlite' } as const,
    'ZIELWERK_READ_MODEL_URL must not be set when ZIELWERK_READ_MODEL is sqlite.',
  ],
  [
    { readModel: 'postgres' } as const,
    'ZIELWERK_READ_MODEL_URL must say where the server is when ZIELWERK_READ_MODEL is postgres.',
  ],
  [
    { ...POSTGRES, readModelUrl: 'mysql://db/z' },
    'ZIELWERK_READ_MODEL_URL must be a URL such as postgres://user:password@host:5432/database.',
  ],
])('and an engine without its URL, or one with another, is refused: %j', (settings, sentence) => {
  expect(() => readModelOf(settings)).toThrow(new InvalidConfiguration(sentence));
});
