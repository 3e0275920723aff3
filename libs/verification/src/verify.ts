import type { Messaging } from '@zielwerk/kernel';

import { busHasTheStore, busIsInOrder, type House } from './bus-checks';
import type { Check } from './check';
import { rowsAreTheFold } from './fold-check';
import { nothingIsSkipped } from './log-check';
import type { AnyProjection, VerifiableReadModel } from './readable-read-model';
import {
  type Acknowledged,
  acknowledgedEventsAreThere,
  commandsTakeEffectOnce,
  revisionsAreDense,
} from './store-checks';

/** D1, D3, D4, B1 and B2 of a house that rests. */
export const verifyHouse = async (
  house: House & Readonly<{ acknowledged?: readonly Acknowledged[] }>,
): Promise<readonly Check[]> => [
  await acknowledgedEventsAreThere(house.store, house.acknowledged),
  await revisionsAreDense(house.store),
  await commandsTakeEffectOnce(house.store),
  await busHasTheStore(house),
  await busIsInOrder(house),
];

/** P1 and P2 of a read model that rests. */
export const verifyReadModel = async ({
  readModel,
  messaging,
  projections,
}: Readonly<{
  readModel: VerifiableReadModel;
  messaging: Messaging;
  projections: readonly AnyProjection[];
}>): Promise<readonly Check[]> => [
  await rowsAreTheFold(readModel, projections),
  await nothingIsSkipped(readModel, messaging, projections),
];
