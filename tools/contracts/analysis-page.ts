// docs/analysis.md: the views that analysts may ask in SQL of their own, from the same source that makes them.
import { analysisSchemas } from '@zielwerk/strategy';
import { format, resolveConfig } from 'prettier';

const INTRODUCTION = `# Asking in SQL

Where the read model is kept in PostgreSQL, analysts can ask the database itself. They read views, never the tables below them: the views stay when a release changes its tables, and show what the reader may see.

| role | schema | what it shows |
|---|---|---|
${analysisSchemas.map(({ role, schema, says }) => `| \`${role}\` | \`${schema}\` | ${says} |`).join('\n')}

What never leaves a house is in neither of them. Texts are as the houses wrote them; days are texts such as \`2026-03-31\`, which sort and compare as days do; an instant is a text such as \`2026-03-31T09:30:00.000Z\`.

The service makes the views at its start, and the roles if its user may (\`CREATEROLE\`); else an administrator makes them once: \`CREATE ROLE zielwerk_analyst NOLOGIN\`. A person gets a login of their own, two limits, and one of the roles:

\`\`\`sql
CREATE ROLE anna LOGIN PASSWORD '…' IN ROLE zielwerk_analyst;
ALTER ROLE anna SET statement_timeout = '60s';
ALTER ROLE anna SET idle_in_transaction_session_timeout = '60s';
\`\`\`

The limits matter: a new release swaps its tables when nobody reads them, and waits for at most two minutes. A transaction that was begun and left open counts as reading. What analysts make of the views, such as a temporary view of their own, goes with a swap.

Whoever has a login can take the locks by which the services agree on who writes, and so keep all of them from writing. Where strangers share the database, an administrator takes the right from everybody and gives it back to the services' users:

\`\`\`sql
REVOKE EXECUTE ON FUNCTION
  pg_advisory_lock(bigint), pg_advisory_lock_shared(bigint),
  pg_try_advisory_lock(bigint), pg_try_advisory_lock_shared(bigint),
  pg_advisory_xact_lock(bigint), pg_advisory_xact_lock_shared(bigint),
  pg_try_advisory_xact_lock(bigint), pg_try_advisory_xact_lock_shared(bigint)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  pg_advisory_lock(bigint), pg_advisory_lock_shared(bigint),
  pg_try_advisory_lock(bigint), pg_try_advisory_lock_shared(bigint),
  pg_advisory_xact_lock(bigint), pg_advisory_xact_lock_shared(bigint),
  pg_try_advisory_xact_lock(bigint), pg_try_advisory_xact_lock_shared(bigint)
TO zielwerk;
\`\`\`

For example, how far each ministry's measures are that run:

\`\`\`sql
SELECT ministry, count(*), avg(percent)::int AS percent
FROM zielwerk_analysis.measure
WHERE state = 'underway'
GROUP BY ministry
ORDER BY ministry;
\`\`\`
`;

type View = (typeof analysisSchemas)[number]['views'][number];

const table = (columns: View['columns']): string =>
  [
    '| column | what it says |',
    '|---|---|',
    ...Object.entries(columns).map(([name, says]) => `| \`${name}\` | ${says} |`),
  ].join('\n');

const section = ({ name, says, columns }: View, more: View['columns']): string => {
  const beside = Object.entries(more).filter(([column]) => !(column in columns));
  const forGovernment =
    beside.length === 0 ? '' : `\n\nFor the government as well:\n\n${table(Object.fromEntries(beside))}`;
  return `## ${name}\n\n${says}\n\n${table(columns)}${forGovernment}\n`;
};

/** As prettier would leave it. */
export const analysisPage = async (): Promise<string> => {
  const [open, governmental] = analysisSchemas;
  const more = new Map(governmental?.views.map(({ name, columns }) => [name, columns]));
  const sections = open?.views.map((view) => section(view, more.get(view.name) ?? {})) ?? [];
  const text = [INTRODUCTION, ...sections].join('\n');
  return format(text, { ...(await resolveConfig('docs/analysis.md')), parser: 'markdown' });
};
