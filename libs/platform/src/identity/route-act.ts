// What each route is for, written on the route, so that none can exist that the table of roles says nothing about.
import { SetMetadata } from '@nestjs/common';

import type { Act } from './roles';

/** `read`: anybody may. `commands`: each of its lines is what its command is. */
export type RouteAct = Act | 'read' | 'commands';

const ROUTE_ACT = 'zielwerk:route-act';

export const Does = (act: RouteAct): MethodDecorator => SetMetadata(ROUTE_ACT, act);

/** Undefined for a handler that does not say it. */
export const actOf = (handler: object): RouteAct | undefined =>
  Reflect.getMetadata(ROUTE_ACT, handler) as RouteAct | undefined;
