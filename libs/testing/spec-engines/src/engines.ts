import { spawnSync } from 'node:child_process';

import { kafkaAvailable } from '../../../../tools/kafka/broker.mjs';
import { describeUnless } from './describe-unless';

const missingKafka = (): string | undefined => {
  const kafka = kafkaAvailable();
  return kafka.available ? undefined : kafka.reason;
};

const missingProgram = (program: string, version: string): string | undefined =>
  spawnSync(program, [version]).status === 0 ? undefined : `There is no ${program}.`;

type Describe = (name: string, specs: () => void) => void;

/** A real broker can be started. */
export const describeWithKafka: Describe = (name, specs) => describeUnless(missingKafka(), name, specs);

/** Calls of the operating system can be seen, and ended. */
export const describeWithStrace: Describe = (name, specs) =>
  describeUnless(missingProgram('strace', '-V'), name, specs);

/** Prometheus's own program looks at its rules. */
export const describeWithPromtool: Describe = (name, specs) =>
  describeUnless(missingProgram('promtool', '--version'), name, specs);
