// The published facts about the strategy's framework, recorded by the house that holds the office `strategy`.
import { catalogue, defineEvent, type EventIn } from './define-event';
import { IsCode, IsOrder, IsText } from './vocabulary';
import { OrNull } from './word';

export class PillarDefined {
  @IsCode() readonly pillar!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  /** Where it stands among the pillars. */
  @IsOrder() readonly order!: number;
}

export class ThemeDefined {
  @IsCode() readonly theme!: string;
  @IsCode() readonly pillar!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsOrder() readonly order!: number;
}

export const pillarEvents = catalogue(defineEvent('PillarDefined', PillarDefined, 'public'));
export type PillarEvent = EventIn<typeof pillarEvents>;

export const themeEvents = catalogue(defineEvent('ThemeDefined', ThemeDefined, 'public'));
export type ThemeEvent = EventIn<typeof themeEvents>;

export const frameworkEvents = pillarEvents.and(themeEvents);
export type FrameworkEvent = EventIn<typeof frameworkEvents>;
