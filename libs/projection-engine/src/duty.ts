import type { Running } from '@zielwerk/kernel';

import { Lane } from './lane';

/** Something that is done for as long as this process is the one that writes. */
export class Duty {
  private readonly lane = new Lane();
  private running: Running | undefined;

  constructor(private readonly start: () => Promise<Running>) {}

  begin(): Promise<void> {
    return this.lane.run(async () => {
      this.running ??= await this.start();
    });
  }

  end(): Promise<void> {
    return this.lane.run(async () => {
      await this.running?.stop();
      this.running = undefined;
    });
  }
}
