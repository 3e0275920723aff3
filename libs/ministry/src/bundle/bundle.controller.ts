// A house's own tables, sent as a file.
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { areFaults, readCsv, readWorkbook, type Table, TABLE_NAMES, type Vanished } from '@zielwerk/bundle';
import { contractOf, IsOneOf } from '@zielwerk/contracts';
import {
  Does,
  FILE_TYPES,
  InvalidRequest,
  Lines,
  problemResponses,
  UnsupportedMediaType,
  UploadedFile,
} from '@zielwerk/platform';
import { IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';

import { carriedOut } from './carried-out';
import { plannedUpload, refuseFaults, type UploadParts } from './planned-upload';

/** Injects UploadParts without the lines. */
export const UPLOAD_PARTS = Symbol('UPLOAD_PARTS');

class UploadParameters {
  /** Which table a CSV file is. */
  @IsOptional() @IsOneOf(...TABLE_NAMES) readonly table?: string;
  @IsOptional() @IsOneOf('true', 'false') readonly dryRun?: string;
}
const parameters = contractOf(UploadParameters);

type Refused = Readonly<{ file: string; row: number | null; detail: string }>;
/** `commands`: carried out, or to be. `refused`: rows of which the rules of the house say no; all others are recorded. */
export type Uploaded = Readonly<{
  rows: number;
  commands: number;
  refused: readonly Refused[];
  vanished: readonly Vanished[];
}>;

const text = { type: 'string' };
const listOf = (...fields: readonly string[]) => ({
  type: 'array',
  items: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, text])) },
});
const schema = {
  type: 'object',
  required: ['rows', 'commands', 'refused', 'vanished'],
  properties: {
    rows: { type: 'integer' },
    commands: { type: 'integer', description: 'That were carried out, or would be.' },
    refused: {
      ...{ type: 'array', description: 'Rows that the rules of the house refuse; all others are recorded.' },
      items: {
        type: 'object',
        properties: { file: text, row: { type: ['integer', 'null'] }, detail: text },
      },
    },
    vanished: { ...listOf('table', 'name'), description: 'Recorded and not in the file: nothing is deleted.' },
  },
};

const tablesIn = async ({ type, bytes }: UploadedFile, table: string | undefined): Promise<readonly Table[]> => {
  if (type === 'csv' && table === undefined)
    throw new InvalidRequest([{ pointer: '#/table', detail: `table must be one of ${TABLE_NAMES.join(', ')}.` }]);
  const read = type === 'csv' ? readCsv(table ?? '', `${table}.csv`, bytes) : await readWorkbook('workbook', bytes);
  if (areFaults(read)) {
    refuseFaults(read);
    return [];
  }
  return [read].flat();
};

@Controller('bundle')
export class BundleController {
  constructor(
    private readonly lines: Lines,
    @Inject(UPLOAD_PARTS) private readonly parts: Omit<UploadParts, 'lines'>,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('commands')
  @ApiOperation({
    operationId: 'TakeInBundle',
    summary: 'Takes in tables of the house: one as CSV, or several as a workbook.',
    description:
      'All rows are checked first; with any fault nothing is recorded. Each row is carried out in the name of whoever sends it.',
  })
  @ApiBearerAuth('token')
  @ApiConsumes(...Object.values(FILE_TYPES))
  @ApiBody({ description: 'The file, up to 10 MiB.', schema: {} })
  @ApiQuery({ name: 'table', required: false, description: 'Which table a CSV file is.', enum: TABLE_NAMES })
  @ApiQuery({ name: 'dryRun', required: false, description: 'true only checks.', enum: ['true', 'false'] })
  @ApiOkResponse({ description: 'What was recorded, and what was not.', schema: schema as object })
  @problemResponses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
  async take(@Req() request: FastifyRequest): Promise<Uploaded> {
    const sender = this.lines.senderOf(request);
    const { query, body } = request;
    if (!parameters.accepts(query)) throw new InvalidRequest(parameters.faults(query));
    if (!(body instanceof UploadedFile))
      throw new UnsupportedMediaType(`Tables are sent as ${Object.values(FILE_TYPES).join(' or ')}.`);
    const planned = await plannedUpload(await tablesIn(body, query.table), sender, {
      ...this.parts,
      lines: this.lines,
    });
    const { rows, waves, vanished } = planned;
    const refused = query.dryRun === 'true' ? [] : await carriedOut(waves, { lines: this.lines, sender });
    return {
      ...{ rows, commands: waves.flat().length - refused.length, vanished },
      refused: refused.map(({ file, row, detail }) => ({ file, row, detail })),
    };
  }
}
