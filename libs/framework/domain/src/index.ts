export { type Pillar, type PillarCommand, pillarDecider } from './pillar.decider';
export { type Theme, type ThemeCommand, themeDecider } from './theme.decider';
