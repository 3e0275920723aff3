// Commands as one sender gives them, each answered for itself.
import { Inject, Injectable, type LoggerService, Optional } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Subjects } from '@zielwerk/kernel';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

import { correlationIdOf } from '../http/headers';
import { codeOf, problemOf } from '../http/problem';
import { logged } from '../http/problem.filter';
import type { Caller } from '../identity/caller';
import type { ServiceMetrics } from '../metrics/metrics';
import { memberOf, permittedTo } from '../identity/permission';
import { MINISTRY, type Ministry } from './deciders';
import { bodyOf, type LineAnswer, readLine, type SlicesByName } from './line';
import type { Receipt } from './order';
import { toCommand } from './request';

/** Injects the slices of the house by the name of their command. */
export const SLICES = Symbol('SLICES');
/** Injects a LoggerService, or nothing. */
export const LOGGER = Symbol('LOGGER');

/** Injects what counts refusals, or nothing. */
export const METRICS = Symbol('METRICS');

/** What the commands of one request have in common. */
export type Sender = Readonly<{
  caller: Caller;
  actor: () => Promise<string>;
  traceId: string;
  correlationId: (commandId: string) => string;
}>;
type Frame = Readonly<{ commandId: string; expectedRevision: number | null }>;

@Injectable()
export class Lines {
  @Optional() @Inject(LOGGER) private readonly logger?: LoggerService;
  @Optional() @Inject(METRICS) private readonly metrics?: Pick<ServiceMetrics, 'refused'>;

  constructor(
    private readonly commands: CommandBus,
    @Inject(MINISTRY) private readonly ministry: Ministry,
    @Inject(SLICES) private readonly slices: SlicesByName,
    private readonly subjects: Subjects,
  ) {}

  /** Throws unless somebody of this house asks. */
  senderOf({ caller: asking, headers, traceId }: FastifyRequest): Sender {
    const caller = memberOf(asking, this.ministry.code);
    return {
      caller,
      actor: () => this.subjects.refOf(caller.subject),
      traceId,
      correlationId: (commandId) => correlationIdOf(headers, commandId),
    };
  }

  /** Throws unless the house has the command and the sender may send it. */
  permit(command: string, { caller }: Sender): void {
    permittedTo(caller, readLine({ command }, this.slices).slice);
  }

  /** Throws what a command on a route of its own throws. */
  async run(value: unknown, sender: Sender, frame: Frame): Promise<LineAnswer> {
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

  /** What fails is an answer, too. `read` answers the command; what it throws is the sender's fault. */
  async answer(read: () => unknown, sender: Sender): Promise<LineAnswer> {
    let commandId: string | null = null;
    try {
      const value = read();
      commandId = sentIdIn(value);
      return await this.run(value, sender, { commandId: randomUUID(), expectedRevision: null });
    } catch (error) {
      const { traceId } = sender;
      const { problem } = problemOf(error, traceId);
      const code = codeOf(problem);
      this.metrics?.refused(code);
      if (problem.status >= 500) this.logger?.error({ traceId, error: logged(error) });
      else this.logger?.log({ msg: 'line refused', traceId, status: problem.status, code });
      return { commandId, status: 'rejected', problem };
    }
  }
}

/** What the sender calls the command, if it can be told: the answer to a faulty line names it all the same. */
const sentIdIn = (value: unknown): string | null => {
  const sent = typeof value === 'object' && value !== null && 'commandId' in value ? value.commandId : null;
  return typeof sent === 'string' ? sent : null;
};
