import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { TABLE_NAMES, type TableName, tableOf, writeCsv, writeWorkbook, type WrittenRow } from '@zielwerk/bundle';
import { IsMinistryCode } from '@zielwerk/contracts';
import { IsOptional } from 'class-validator';

import { type BundleView, ShowBundle } from '../queries/show-bundle.query';
import type { Answer } from '../views/answer';
import { Answers, nothingHere } from './answers';
import { documented } from './documented';
import { type Exchange, Exchanged } from './exchange';
import { OneParameters, Parameters } from './parameters';

class ExportParameters extends OneParameters {
  /** Only what this house leads. */
  @IsOptional() @IsMinistryCode() readonly ministry?: string;
}

type Viewed = Answer<BundleView>;
type Form = Readonly<{
  /** Null where the answer is data. */
  type: string | null;
  /** Whether one file holds several tables. */
  many: boolean;
  write: (viewed: Viewed, names: readonly TableName[]) => object | Promise<object>;
}>;

/** A row as data: `id` of its thing, the event that says it, and the one that changed it last. */
const rowOf = ({ cells, thing, stream, revision, recordedAt, lastSaid }: WrittenRow): object => ({
  ...cells,
  ...{ id: thing, event: `${stream}@${revision}`, recordedAt, lastEvent: lastSaid },
});

const tablesOf = ({ tables }: Viewed, names: readonly TableName[]) => names.map((name) => tableOf(name, tables[name]));

const FORMS: Readonly<Record<string, Form>> = {
  json: {
    ...{ type: null, many: true },
    write: ({ tables, asOf }, names) => ({
      tables: Object.fromEntries(names.map((name) => [name, tables[name].map(rowOf)])),
      asOf,
    }),
  },
  csv: {
    ...{ type: 'text/csv; charset=utf-8; header=present', many: false },
    write: (viewed, names) =>
      Buffer.concat(tablesOf(viewed, names).map(({ header, rows }) => Buffer.from(writeCsv(header, rows)))),
  },
  xlsx: {
    ...{ type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', many: true },
    write: async (viewed, names) => Buffer.from(await writeWorkbook(tablesOf(viewed, names))),
  },
};

const namesIn = (name: string, { many }: Form): readonly TableName[] =>
  name === 'bundle' && many ? TABLE_NAMES : TABLE_NAMES.filter((table) => table === name);

/** Every file that there is. */
const FILES = Object.entries(FORMS).flatMap(([extension, form]) =>
  [...TABLE_NAMES, ...(form.many ? ['bundle'] : [])].map((name) => `${name}.${extension}`),
);

type Asked = Readonly<{ form: Form; names: readonly TableName[] }>;

/** What a file name asks for. Throws Rejected (not-found) for any other name. */
const askedBy = (file: string): Asked => {
  const [, name = '', extension = ''] = /^([a-z]+)\.([a-z]+)$/u.exec(file) ?? [];
  const form = Object.hasOwn(FORMS, extension) ? FORMS[extension] : undefined;
  const names = form ? namesIn(name, form) : [];
  if (!form || names.length === 0) throw nothingHere();
  return { form, names };
};

/** The strategy as files: the tables of a bundle, which can be taken in again. */
@Controller('api/strategy/exports')
export class ExportsController {
  constructor(private readonly answers: Answers) {}

  @Get(':file')
  @ApiParam({ name: 'file', enum: FILES })
  @documented({
    id: 'ExportTable',
    summary: 'A table as <table>.csv, .xlsx or .json; all tables as bundle.xlsx or bundle.json.',
    parameters: ExportParameters,
    answers: 'one',
    files: Object.values(FORMS).flatMap(({ type }) => type?.split(';')[0] ?? []),
  })
  async file(
    @Exchanged() exchange: Exchange,
    @Param('file') file: string,
    @Parameters(ExportParameters) { after, ministry }: ExportParameters,
  ): Promise<object | undefined> {
    const { form, names } = askedBy(file);
    const viewed = await this.answers.give(exchange, after, (reader) => new ShowBundle(ministry, reader));
    if (viewed && form.type !== null)
      void exchange.reply.headers({
        'content-type': form.type,
        'content-disposition': `attachment; filename="${file}"`,
      });
    return viewed && form.write(viewed, names);
  }
}
