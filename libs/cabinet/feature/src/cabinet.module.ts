import { defineCapability } from '@zielwerk/platform';

import { recordGoalAdoption } from './record-goal-adoption.slice';

/** What the cabinet decides, in the house that holds the office `cabinet`. */
export const CabinetModule = defineCapability('cabinet', [recordGoalAdoption], { office: 'cabinet' });
