// All of a house's commands in one place: one as JSON, or many as NDJSON, an answer a line.
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiSchema } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { BODY_LIMIT, Ndjson, parseJson } from '../http/body';
import { problemResponses } from '../http/documented';
import { commandIdOf, revisionSeen } from '../http/headers';
import { TooLarge } from '../http/invalid-request';
import { Does } from '../identity/route-act';
import { CommandLine, commandLine } from './line';
import { Lines, type Sender } from './lines';

const MOST_LINES = 1_000;

const { title, ...schema } = commandLine.schema;
ApiSchema({ name: String(title), ...schema })(CommandLine);

const LINE_ANSWER = { $ref: '#/components/schemas/LineAnswer' };

@Controller('commands')
export class CommandsController {
  constructor(private readonly lines: Lines) {}

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
  @problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503)
  async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const { headers, body } = request;
    const sender = this.lines.senderOf(request);
    if (!(body instanceof Ndjson)) {
      const frame = { commandId: commandIdOf(headers), expectedRevision: revisionSeen(headers) };
      return this.lines.run(body === undefined ? {} : body, sender, frame);
    }
    void reply.type('application/x-ndjson');
    return this.answerEach(body, sender);
  }

  private async answerEach({ text }: Ndjson, sender: Sender): Promise<string> {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > MOST_LINES)
      throw new TooLarge(`A request holds at most ${MOST_LINES} commands; this one has ${lines.length}.`);
    // All are started in order: what meets on one stream queues there in this order.
    const answers = await Promise.all(lines.map((line) => this.lines.answer(() => commandIn(line), sender)));
    return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  }
}

const commandIn = (text: string): unknown => {
  if (text.length > BODY_LIMIT) throw new TooLarge('A command holds at most 256 KiB.');
  return parseJson(text);
};
