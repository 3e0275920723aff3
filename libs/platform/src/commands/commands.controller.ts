// All of a house's commands in one place: one as JSON, or many as NDJSON, an answer a line.
import { Controller, HttpCode, Inject, type LoggerService, Optional, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiSchema } from '@nestjs/swagger';
import { Subjects } from '@zielwerk/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

import { BODY_LIMIT, Ndjson, parseJson } from '../http/body';
import { problemResponses } from '../http/documented';
import { commandIdOf, correlationIdOf, revisionSeen } from '../http/headers';
import { TooLarge } from '../http/invalid-request';
import { problemOf } from '../http/problem';
import { logged } from '../http/problem.filter';
import { traceIdOf } from '../http/trace';
import type { Caller } from '../identity/caller';
import { memberOf } from '../identity/permission';
import { Does } from '../identity/route-act';
import { MINISTRY, type Ministry } from './deciders';
import { bodyOf, CommandLine, commandLine, type LineAnswer, readLine, type SlicesByName } from './line';
import type { Receipt } from './order';
import { toCommand } from './request';

/** Injects the slices of the house by the name of their command. */
export const SLICES = Symbol('SLICES');
/** Injects a LoggerService, or nothing. */
export const LOGGER = Symbol('LOGGER');

const MOST_LINES = 1_000;

const { title, ...schema } = commandLine.schema;
ApiSchema({ name: String(title), ...schema })(CommandLine);

const LINE_ANSWER = { $ref: '#/components/schemas/LineAnswer' };

/** What the lines of one request have in common. */
type Sender = Readonly<{
  caller: Caller;
  actor: () => Promise<string>;
  traceId: string;
  correlationId: (commandId: string) => string;
}>;
type Frame = Readonly<{ commandId: string; expectedRevision: number | null }>;

@Controller('commands')
export class CommandsController {
  @Optional() @Inject(LOGGER) private readonly logger?: LoggerService;

  constructor(
    private readonly commands: CommandBus,
    @Inject(MINISTRY) private readonly ministry: Ministry,
    @Inject(SLICES) private readonly slices: SlicesByName,
    private readonly subjects: Subjects,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('commands')
  @ApiOperation({
    operationId: 'SendCommands',
    summary: 'Takes one command as JSON, or up to 1,000 as NDJSON, and answers each in order.',
    description: 'Lines of one stream run in order, others at once. A line that is refused stops no other.',
  })
  @ApiBearerAuth('token')
  @ApiBody({ type: CommandLine })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiOkResponse({
    description: 'An accepted command; for NDJSON a line each, accepted or rejected with its problem.',
    content: { 'application/json': { schema: LINE_ANSWER }, 'application/x-ndjson': { schema: LINE_ANSWER } },
  })
  @problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 422, 429)
  async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const { headers, body } = request;
    const caller = memberOf(request.caller, this.ministry.code);
    const sender = {
      caller,
      actor: () => this.subjects.refOf(caller.subject),
      traceId: traceIdOf(headers),
      correlationId: (commandId: string) => correlationIdOf(headers, commandId),
    };
    if (!(body instanceof Ndjson)) {
      const frame = { commandId: commandIdOf(headers), expectedRevision: revisionSeen(headers) };
      return this.run(body === undefined ? {} : body, sender, frame);
    }
    void reply.type('application/x-ndjson');
    return this.answerEach(body, sender);
  }

  private async answerEach({ text }: Ndjson, sender: Sender): Promise<string> {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > MOST_LINES)
      throw new TooLarge(`A request holds at most ${MOST_LINES} commands; this one has ${lines.length}.`);
    // All are started in order: what meets on one stream queues there in this order.
    const answers = await Promise.all(lines.map((line) => this.answer(line, sender)));
    return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  }

  private async answer(text: string, sender: Sender): Promise<LineAnswer> {
    let commandId: string | null = null;
    try {
      if (text.length > BODY_LIMIT) throw new TooLarge('A command holds at most 256 KiB.');
      const value = parseJson(text);
      commandId = sentIdIn(value);
      return await this.run(value, sender, { commandId: randomUUID(), expectedRevision: null });
    } catch (error) {
      const { problem } = problemOf(error, sender.traceId);
      if (problem.status >= 500) this.logger?.error({ traceId: sender.traceId, error: logged(error) });
      return { commandId, status: 'rejected', problem };
    }
  }

  private async run(value: unknown, sender: Sender, frame: Frame): Promise<LineAnswer> {
    const { line, slice } = readLine(value, this.slices);
    const commandId = line.commandId ?? frame.commandId;
    const receipt: Receipt = await this.commands.execute(
      await toCommand(slice, {
        ...{
          caller: sender.caller,
          actor: sender.actor,
          ministry: this.ministry.code,
          id: line.id ?? undefined,
          commandId,
        },
        ...{ body: bodyOf(line, slice), expectedRevision: frame.expectedRevision, reportedOn: line.reportedOn },
        correlationId: sender.correlationId(commandId),
        pointers: { id: '#/id', body: '#/data' },
      }),
    );
    return { commandId, status: 'accepted', ...receipt };
  }
}

/** What the sender calls the command, if it can be told: the answer to a faulty line names it all the same. */
const sentIdIn = (value: unknown): string | null => {
  const sent = typeof value === 'object' && value !== null && 'commandId' in value ? value.commandId : null;
  return typeof sent === 'string' ? sent : null;
};
