import 'reflect-metadata';

import { startStrategy } from '@zielwerk/composition';

void startStrategy();
