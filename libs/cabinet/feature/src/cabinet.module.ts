import { defineCapability } from '@zielwerk/platform';

import { dissolveMinistry } from './dissolve-ministry.slice';
import { establishMinistry } from './establish-ministry.slice';
import { recordGoalAdoption } from './record-goal-adoption.slice';
import { renameMinistry } from './rename-ministry.slice';
import { transferRemit } from './transfer-remit.slice';

/** What the cabinet decides, in the house that holds the office `cabinet`. */
export const CabinetModule = defineCapability(
  'cabinet',
  [recordGoalAdoption, establishMinistry, renameMinistry, transferRemit, dissolveMinistry],
  { office: 'cabinet' },
);
