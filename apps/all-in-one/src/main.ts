import 'reflect-metadata';

import { startAllInOne } from '@zielwerk/composition';

void startAllInOne();
