// Every route that the controllers of an application have, and what each says that it is for.
import type { INestApplicationContext, Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';

import { actOf, type RouteAct } from '../identity/route-act';

/** `path` is below the house's prefix; `act` is undefined where the route does not say it. */
export type HouseRoute = Readonly<{ method: string; path: string; act: RouteAct | undefined }>;

const handlersOf = ({ prototype }: Type): readonly object[] =>
  Object.getOwnPropertyNames(prototype)
    .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as object)
    .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler));

const routesIn = (controller: Type): readonly HouseRoute[] =>
  handlersOf(controller).map((handler) => {
    const steps = [controller, handler].map((of) => String(Reflect.getMetadata(PATH_METADATA, of)));
    return {
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
      path: steps.filter((step) => step !== '/').join('/'),
      act: actOf(handler),
    };
  });

export const routesOf = (app: INestApplicationContext): readonly HouseRoute[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .flatMap(({ metatype }) => routesIn(metatype as Type));
