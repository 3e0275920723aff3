import 'reflect-metadata';

import { startMinistry } from '@zielwerk/composition';

void startMinistry('ms');
