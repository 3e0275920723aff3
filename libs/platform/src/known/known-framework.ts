import type { FactFold, Learns } from './fact-fold';

type Standing = 'exists' | 'dissolved';

/** The strategy's framework as its office published it, and the ministries as the state chancellery did. */
export class KnownFramework implements FactFold {
  private readonly strategies = new Set<string>();
  private readonly pillars = new Set<string>();
  private readonly themes = new Set<string>();
  private readonly ministries = new Map<string, Standing>();

  readonly on: Learns = {
    StrategyAdopted: ({ data: { strategy } }) => void this.strategies.add(strategy),
    PillarDefined: ({ data: { pillar } }) => void this.pillars.add(pillar),
    ThemeDefined: ({ data: { theme } }) => void this.themes.add(theme),
    // The code of a dissolved one is not used again: whichever of the two arrives last, it is dissolved.
    MinistryEstablished: ({ data: { ministry } }) => {
      if (!this.ministries.has(ministry)) this.ministries.set(ministry, 'exists');
    },
    MinistryDissolved: ({ data: { ministry } }) => void this.ministries.set(ministry, 'dissolved'),
  };

  hasStrategy(code: string): boolean {
    return this.strategies.has(code);
  }

  hasPillar(code: string): boolean {
    return this.pillars.has(code);
  }

  hasTheme(code: string): boolean {
    return this.themes.has(code);
  }

  /** What was published of a ministry; undefined when nothing was, as of those that the jurisdiction file begins with. */
  ministry(code: string): Standing | undefined {
    return this.ministries.get(code);
  }
}
