// npm run test:faults [-- --full]: the faults the product must survive; short by default, with the full numbers on --full.
import { spawnSync } from 'node:child_process';

const FULL = {
  ZIELWERK_FAULT_ROUNDS: '20',
  ZIELWERK_FAULT_SEEDS: '20',
  ZIELWERK_FAULT_EVENTS: '100000',
  ZIELWERK_KILLS_BETWEEN: '5',
  ZIELWERK_BROKER_AWAY: '60',
  ZIELWERK_PAUSES: '10',
  ZIELWERK_PAUSED: '30',
};

const full = process.argv.includes('--full');
const rest = process.argv.slice(2).filter((argument) => argument !== '--full');
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '-c', 'jest.faults.config.cjs', ...rest],
  { stdio: 'inherit', env: { ...process.env, ...(full && FULL) } },
);
process.exitCode = status ?? 1;
