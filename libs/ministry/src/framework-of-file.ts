// The holder of the office `strategy` records what the jurisdiction file says of the strategy's framework.
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Capability, type House, Rejected, type Slice, toCommand, uuidv5 } from '@zielwerk/platform';

const ACTOR = 'jurisdiction-file';

type Entry = Readonly<{ command: string; body: object }>;

const entriesOf = ({ jurisdiction }: House): readonly Entry[] => [
  ...jurisdiction.pillars.map(({ code, title, description = null }, index) => ({
    command: 'DefinePillar',
    body: { pillar: code, title, description, order: index + 1 },
  })),
  ...jurisdiction.themes.map(({ code, pillar, title, description = null }, index) => ({
    command: 'DefineTheme',
    body: { theme: code, pillar, title, description, order: index + 1 },
  })),
];

/**
 * Records the pillars and themes that are missing; what is there stays as it was recorded, and a file that now says
 * something else is told as a warning.
 */
export const recordFramework = async (
  app: INestApplicationContext,
  house: House,
  mounted: readonly Capability[],
  logger: LoggerService | null,
): Promise<void> => {
  const slices = new Map(mounted.flatMap(({ slices }) => slices).map((slice) => [slice.command, slice]));
  const bus = app.get(CommandBus);
  const record = async ({ command, body }: Entry): Promise<void> => {
    const slice = slices.get(command);
    if (!slice) return;
    try {
      await bus.execute(await commandFor(slice, house, body));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      logger?.warn({ command, ...error.rejection });
    }
  };
  const { frameworkSince } = house.jurisdiction;
  const dated = frameworkSince ? { occurredOn: frameworkSince } : {};
  await Promise.all(entriesOf(house).map(({ command, body }) => record({ command, body: { ...body, ...dated } })));
};

const commandFor = (slice: Slice, { code }: House, body: object) => {
  // The same content has the same id: at each further start it is known already.
  const commandId = uuidv5(JSON.stringify(body));
  return toCommand(slice, {
    caller: {
      subject: ACTOR,
      ministry: code,
      roles: slice.roles,
      function: null,
      unit: null,
      deputyFor: null,
      commands: [],
    },
    actor: () => Promise.resolve(ACTOR),
    ...{ ministry: code, id: null, body, commandId, correlationId: commandId, expectedRevision: null },
    pointers: { id: '#/id', body: '#' },
  });
};
