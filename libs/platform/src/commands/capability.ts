// One thing a house can do: its slices and policies, as data from which a house is put together.
import { Module, type Type } from '@nestjs/common';

import type { Office } from '../jurisdiction/jurisdiction';
import type { Policy } from './policy';
import type { Slice } from './slice';

export interface Capability {
  readonly name: string;
  /** To be imported by a house's application. */
  readonly module: Type;
  readonly slices: readonly Slice[];
  readonly policies: readonly Policy[];
  /** Only the house that holds this office has the capability; null: every house. */
  readonly office: Office | null;
}

export const defineCapability = (
  name: string,
  slices: readonly Slice[],
  { office = null, policies = [] }: { office?: Office | null; policies?: readonly Policy[] } = {},
): Capability => {
  @Module({
    controllers: slices.map(({ controller }) => controller),
    providers: slices.map(({ handler }) => handler),
  })
  class CapabilityModule {}
  Object.defineProperty(CapabilityModule, 'name', { value: `${name.charAt(0).toUpperCase()}${name.slice(1)}Module` });
  return { name, module: CapabilityModule, slices, policies, office };
};
