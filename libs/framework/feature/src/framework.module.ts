import { defineCapability } from '@zielwerk/platform';

import { adoptStrategy } from './adopt-strategy.slice';
import { closeReportingPeriod } from './close-reporting-period.slice';
import { confirmGoalOutcome } from './confirm-goal-outcome.slice';
import { continuePillar } from './continue-pillar.slice';
import { continueTheme } from './continue-theme.slice';
import { definePillar } from './define-pillar.slice';
import { defineTheme } from './define-theme.slice';
import { openReportingPeriod } from './open-reporting-period.slice';
import { renamePillar } from './rename-pillar.slice';
import { renameTheme } from './rename-theme.slice';
import { sendBackGoalOutcome } from './send-back-goal-outcome.slice';

/** Strategies, their pillars and themes, reporting periods and outcomes, in the house that holds the office `strategy`. */
export const FrameworkModule = defineCapability(
  'framework',
  [
    adoptStrategy,
    definePillar,
    renamePillar,
    continuePillar,
    defineTheme,
    renameTheme,
    continueTheme,
    openReportingPeriod,
    closeReportingPeriod,
    confirmGoalOutcome,
    sendBackGoalOutcome,
  ],
  { office: 'strategy' },
);
