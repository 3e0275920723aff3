// node tools/kafka/access.mjs: what Kafka must be told so that each house writes its own topic and all read all topics.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { repoRoot } from './classpath.mjs';

const topicOf = (/** @type {string} */ code) => `zielwerk.${code}.events`;
const TOPIC_CONFIG = {
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'cleanup.policy': 'delete',
  'max.message.bytes': '8388608',
};

/** @typedef {import('./access.d.mts').Access} Access */

/** @type {(user: string, group: Pick<Access, 'name' | 'pattern'>) => Access[]} */
const reads = (user, group) => [
  { user, resource: 'topic', name: 'zielwerk.', pattern: 'prefixed', operations: ['Read', 'Describe'] },
  { user, resource: 'group', ...group, operations: ['Read'] },
];

/** @type {typeof import('./access.d.mts').accessOf} */
export const accessOf = (codes) => [
  ...codes.flatMap((code) => [
    {
      ...{ user: code, resource: /** @type {const} */ ('topic'), name: topicOf(code) },
      ...{ pattern: /** @type {const} */ ('literal'), operations: ['Write', 'Create'] },
    },
    // Each process of a house reads under a name of its own. With the dot: one house's code may begin with another's.
    ...reads(code, { name: `zielwerk.${code}.`, pattern: 'prefixed' }),
  ]),
  ...reads('strategy', { name: 'zielwerk.strategy', pattern: 'literal' }),
];

/** @param {readonly string[]} codes */
const linesFor = (codes) => [
  ...codes.map((code) => {
    const config = Object.entries(TOPIC_CONFIG).map(([name, value]) => `--config ${name}=${value}`);
    return `kafka-topics.sh "$@" --create --if-not-exists --topic ${topicOf(code)} --partitions 1 ${config.join(' ')}`;
  }),
  ...accessOf(codes).map(({ user, resource, name, pattern, operations }) => {
    const allowed = operations.map((operation) => `--operation ${operation}`).join(' ');
    return `kafka-acls.sh "$@" --add --allow-principal User:${user} ${allowed} --${resource} ${name} --resource-pattern-type ${pattern}`;
  }),
];

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { jurisdiction: { type: 'string' } } });
  const file = values.jurisdiction ?? join(repoRoot, 'jurisdictions/sachsen-anhalt.json');
  const { ministries } = JSON.parse(readFileSync(file, 'utf8'));
  const codes = ministries.map((/** @type {{ code: string }} */ { code }) => code);
  console.log(['#!/bin/sh', 'set -e', ...linesFor(codes)].join('\n'));
}
