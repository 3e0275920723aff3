import type { Check } from './check';

const MOST_FINDINGS = 20;

const words = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** The checks of one subject as lines of text: a table, checksums below their check, and the first findings of each. */
export const tableOf = (subject: string, checks: readonly Check[]): string => {
  const width = Math.max(...checks.map(({ promise }) => promise.length));
  const lines = checks.flatMap(({ invariant, promise, counts, checksums, findings }) => [
    `  ${invariant}  ${findings.length === 0 ? 'holds' : 'FAILS'}  ${promise.padEnd(width)}  ${words(counts)}`.trimEnd(),
    ...Object.entries(checksums).map(([name, checksum]) => `      ${checksum}  ${name}`),
    ...findings.slice(0, MOST_FINDINGS).map((finding) => `      ! ${finding.subject}: ${finding.detail}`),
    ...(findings.length > MOST_FINDINGS ? [`      ! and ${findings.length - MOST_FINDINGS} more`] : []),
  ]);
  return [subject, ...lines].join('\n');
};
