// A house that has no deployable of its own yet: ZIELWERK_MINISTRY names it.
import 'reflect-metadata';

import { startMinistry } from '@zielwerk/composition';

void startMinistry();
