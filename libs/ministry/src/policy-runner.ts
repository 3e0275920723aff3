// Does what a house must do because of other houses' facts; each fact once, and not again after a restart.
import type { LoggerService } from '@nestjs/common';
import type { Checkpoints, Message, Recorded } from '@zielwerk/kernel';
import {
  activeTrace,
  type Deciders,
  HistoryNotReadable,
  type Policy,
  type Reaction,
  Rejected,
} from '@zielwerk/platform';

export type PolicyParts = Readonly<{
  /** The code of the house. */
  code: string;
  policies: readonly Policy[];
  deciders: Deciders;
  checkpoints: Checkpoints;
  logger: LoggerService | null;
}>;

/** Saved this often when nothing had to be done: a late position only means looking at facts again. */
const SAVED_EVERY = 1_000;

/** By stream the last reaction that began: what one stream has to do stays in order, other streams need not wait. */
export type UnderWay = Map<string, Promise<void>>;

type Progress = { saved: number; reached: number; acted: boolean; held: boolean };

type Cause = Readonly<{ policy: string; event: Recorded<Message>; progress: Progress }>;

export class PolicyRunner {
  private readonly progress = new Map<string, Progress>();
  private refusals = 0;

  constructor(private readonly parts: PolicyParts) {}

  /** How many facts had no effect because the house's own rules refused it. */
  get refused(): number {
    return this.refusals;
  }

  asksFor(type: string): boolean {
    return this.parts.policies.some(({ on }) => on === type);
  }

  async load(topics: readonly string[]): Promise<void> {
    for (const topic of topics) {
      const saved = await this.parts.checkpoints.load(this.reader(topic));
      this.progress.set(topic, { saved, reached: saved, acted: false, held: false });
    }
  }

  /** Begins. `underWay` tells when the effect is durable, or why it could not be had now; then the fact must come again. */
  react(
    event: Recorded<Message>,
    { topic, offset }: Readonly<{ topic: string; offset: number }>,
    underWay: UnderWay,
  ): void {
    const progress = this.progress.get(topic);
    if (!progress || offset < progress.saved) return;
    for (const policy of this.parts.policies.filter(({ on }) => on === event.type)) {
      const reaction = policy.reactionTo(event, this.parts.code);
      if (!reaction) continue;
      const { stream } = reaction;
      const before = underWay.get(stream) ?? Promise.resolve();
      underWay.set(
        stream,
        before.then(() => this.carryOut(reaction, { policy: policy.name, event, progress })),
      );
    }
  }

  /** A fact this release cannot read may concern a policy: after an upgrade it is looked at again. */
  hold(topic: string): void {
    const progress = this.progress.get(topic);
    if (progress) progress.held = true;
  }

  /** All facts of the topic before `next` are dealt with. */
  async reach(topic: string, next: number): Promise<void> {
    const progress = this.progress.get(topic);
    if (!progress || progress.held || next <= progress.saved) return;
    progress.reached = next;
    if (progress.acted || next - progress.saved >= SAVED_EVERY) await this.save(topic, progress);
  }

  /** Saves how far it came, if that can be: what is not saved is looked at again. */
  async stop(): Promise<void> {
    try {
      for (const [topic, progress] of this.progress)
        if (progress.reached > progress.saved) await this.save(topic, progress);
    } catch (error) {
      this.parts.logger?.warn({
        msg: `${this.parts.code} could not save how far it has reacted.`,
        reason: String(error),
      });
    }
  }

  private async save(topic: string, progress: Progress): Promise<void> {
    await this.parts.checkpoints.save(this.reader(topic), progress.reached);
    progress.saved = progress.reached;
    progress.acted = false;
  }

  private async carryOut(reaction: Reaction, { policy, event, progress }: Cause): Promise<void> {
    const { deciders, logger } = this.parts;
    try {
      await reaction.carryOut(deciders);
      progress.acted = true;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      if (error instanceof HistoryNotReadable) progress.held = true;
      this.refusals++;
      // Not its correlation id: that is the sender's own word, and could be a name.
      logger?.warn({ policy, event: event.meta.id, ...activeTrace(), ...refusal });
    }
  }

  private reader(topic: string): string {
    return `${this.parts.code}.policies/${topic}`;
  }
}

/** What no second try would change; undefined for what may go well in a moment. */
const refusalIn = (error: unknown): Readonly<{ code: string; detail: string }> | undefined => {
  if (error instanceof HistoryNotReadable) return { code: 'history-not-readable', detail: error.message };
  if (error instanceof Rejected && error.rejection.code !== 'stream-busy') return error.rejection;
  return undefined;
};
