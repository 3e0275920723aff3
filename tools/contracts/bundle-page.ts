// docs/bundle.md: what a person needs to fill the tables of a bundle, from the same source that reads them.
import { type Column, STEPS, TABLE_NAMES, TABLES } from '@zielwerk/bundle';
import { format, resolveConfig } from 'prettier';

const FORMS: Readonly<Record<Column['kind'], string>> = {
  text: 'text',
  date: 'a day',
  integer: 'a whole number',
  number: 'a number',
  money: 'euros',
  flag: '`yes` or empty',
  choice: '',
  ministry: 'code of a house',
  ministries: 'codes of houses',
  goal: 'reference of a goal',
  goals: 'references of goals',
  measure: 'reference of a measure',
  indicator: 'reference of an indicator',
  weights: 'references with weights',
  thing: 'a reference',
};

const formOf = ({ kind, values = [] }: Column): string =>
  kind === 'choice' ? values.map((value) => `\`${value}\``).join(', ') : FORMS[kind];

const columnRow = (column: Column): string =>
  `| \`${column.name}\`${column.needed ? ' *' : ''} | ${formOf(column)} | ${column.about} |`;

const tableSection = (name: (typeof TABLE_NAMES)[number]): string => {
  const { about, columns } = TABLES[name];
  const rows = ['| column | what it holds | |', '| --- | --- | --- |', ...columns.map(columnRow)];
  return [`### ${name}`, about, rows.join('\n')].join('\n\n');
};

const stepRow = ({ step, about, cells, other, needs, by }: (typeof STEPS)[number]): string => {
  const columns = [...new Set([...Object.keys(cells), ...(other ? ['other'] : [])])];
  const named = columns.map((column) => `\`${column}\`${needs.includes(column) ? ' *' : ''}`).join(', ');
  return `| \`${step}\` | ${about} | ${named} | ${by} |`;
};

const stepSection = (kind: string): string =>
  [
    `### Steps of a ${kind}\n`,
    '| step | what happened | columns beside `on`, `kind`, `reference` | sent as |',
    '| --- | --- | --- | --- |',
    ...STEPS.filter((step) => step.kind === kind).map(stepRow),
  ].join('\n');

const INTRODUCTION = `# The bundle: a strategy as tables

A bundle is the way in and the way out for whoever works with a spreadsheet: a folder with a CSV file for each table, or one XLSX workbook with a sheet for each. What is exported can be imported again. This page is made from the same source that reads and writes the tables.

## From nothing to the first goal

1. Start Zielwerk (\`npm start -- --empty\`) and open a new file in a spreadsheet program. Write the headers of **goals** into its first row, as they stand below; columns without a star may be left out. Fill one row for each goal:

   | reference | ministry | title | theme | targetDate | on |
   | --- | --- | --- | --- | --- | --- |
   | Z-MF-1 | mf | Rechnungen ohne Papier | e-akte | 2028-12-31 | 2026-09-01 |

2. A draft is only for the government. What the cabinet has adopted is for everybody: say so in a second file, with the headers of **lifecycle**:

   | on | kind | reference | step | date | text |
   | --- | --- | --- | --- | --- | --- |
   | 2026-09-15 | goal | Z-MF-1 | recordAdoption | 2026-09-15 | KB 2026/09-1 |

3. Save them as \`goals.csv\` and \`lifecycle.csv\` (CSV UTF-8) in a folder of their own, or as sheets of one workbook.
4. Look first, then send:

   \`\`\`sh
   npm run --silent zielwerk -- import my-bundle --dry-run
   npm run --silent zielwerk -- import my-bundle
   \`\`\`

   Each fault is told with its place, as \`goals.csv:7: theme: may not be empty\`; as long as there is one, nothing is sent. The houses themselves may still refuse a row, because a step is not allowed at that time: that, too, is told with its place, and all other rows are recorded.
5. The goal is on the page of its house, <http://127.0.0.1:4000/ministries/mf>. Change its title, add a column \`reason\` that says why, and import again: the history on the goal's page shows the correction. (A draft is simply revised.) A row that is recorded already asks for nothing, so the whole bundle may be imported as often as you like; an import that was interrupted is simply started again.

The tables of what is recorded, to begin with: \`/api/strategy/exports/goals.csv\` (\`.xlsx\`, \`.json\`), or all as \`/api/strategy/exports/bundle.xlsx\`; with \`?ministry=mf\` those of one house. Without a token they hold what is public, with the token of a house all that the government may read. To a folder: \`npm run --silent zielwerk -- export my-bundle\`.

## What a row does

- **A new row** becomes the commands that the house would have sent, dated as the row says. Facts of one thing may not go back in time.
- **A changed row** becomes the matching command, dated today: a draft is revised; the wording of an adopted goal, a report and a value are corrected, for which \`reason\` must say why; a plan is said anew until the measure is released; money is planned, consented to, frozen or spent anew. What can never change is a fault. A contribution has no day of its own: it is of the day of its row as long as nothing else was recorded of the measure since, and of today after that.
- **A column that is left out** changes nothing of a row that is recorded; an empty cell says that there is nothing.
- **A row that is gone** is reported and stays recorded: nothing is ever deleted. Milestones and targets are part of their measure and indicator: they are only changed in one bundle with that row.
- **A row with \`reportedOn\`** tells of what was reported before it was added here. The day is kept with the event, beside that of its recording, with \`origin: import\`; every answer about the event says so, and it can never be changed. What follows from the row, such as the adoption that the lead takes over from the cabinet office, has it as well; a fact of a later day was reported on that day.
- A bundle holds what is said today, and every step. Earlier wordings and values, and the blockers and notes of a declared health, stay in the history and are not part of it.

Who sends what: each row is sent as its house, in the role that the tables name; what offices decide is sent as the house that holds the office. \`--tokens <file>\` names a file with one token a line; a row for which none counts is a fault before anything is sent. On one's own machine the development issuer gives them.

## One house by itself

A house that has no command line at hand sends its tables to its own service: one as CSV, or several as a workbook.

\`\`\`sh
curl -H "authorization: Bearer $TOKEN" -H 'content-type: text/csv' \\
  --data-binary @goals.csv 'http://127.0.0.1:4000/api/ministries/mf/bundle?table=goals'
curl -H "authorization: Bearer $TOKEN" -H 'content-type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' \\
  --data-binary @mf.xlsx 'http://127.0.0.1:4000/api/ministries/mf/bundle?dryRun=true'
\`\`\`

\`npm run --silent zielwerk -- token --ministry mf --role editor\` gives such a token on one's own machine. All rows are checked first, and with any fault nothing is recorded: the answer is 400 and names each place, as \`#/goals.csv/7/theme\`. Else every row is carried out in the name of whoever sends it, so the roles of the token must cover what the rows ask for; the answer counts the commands and names each row that the rules of the house refuse. Only what the house itself decides can stand there: what offices or other houses decide is a fault, unless the house has it in its own file already. A file holds up to 10 MiB and 10,000 rows. \`bundle.xlsx?ministry=mf\`, downloaded with a token of the house (without one it holds only what is public) and sent back as it is, asks for nothing. Where two people send the same row at one time, the later word counts.

## How cells are written

- Files are UTF-8, with \`;\` or \`,\` between cells (recognised by the header) and quotes as in RFC 4180. A cell holds up to 32,767 characters, a file up to 64 MiB.
- A day is \`2026-03-31\` or \`31.03.2026\`; a number has a decimal comma or point: \`12,5\`. Points between thousands are only understood beside a comma, as \`1.234\` could mean both.
- Where a cell lists several things, commas stand between them: \`mf, mi\`; goals with weights: \`Z-MF-1 60, Z-MI-2 40\`.
- Things are called by their reference. Where two houses use the same one, the house stands before it: \`mf/Z-1\`.
- A text that begins with \`=\`, \`+\`, \`-\` or \`@\` is written with an apostrophe before it, so that no spreadsheet runs it; reading takes the apostrophe away.

## The tables

A star marks what must be filled.
`;

/** As prettier would leave it. */
export const bundlePage = async (): Promise<string> => {
  const text = [
    INTRODUCTION.trimEnd(),
    ...TABLE_NAMES.map(tableSection),
    '## The steps of a lifecycle',
    ...['goal', 'measure', 'period', 'pillar', 'theme'].map(stepSection),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig('docs/bundle.md')), parser: 'markdown' });
};
