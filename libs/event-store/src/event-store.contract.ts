import { appendingContract } from './contract/appending.contract';
import type { OpenStore } from './contract/contract-events';
import { readingContract } from './contract/reading.contract';
import { subscribingContract } from './contract/subscribing.contract';

/** What every adapter of the port must do. `open` answers an empty store of its own, which the suite closes. */
export const eventStoreContract = (adapter: string, open: OpenStore): void => {
  readingContract(adapter, open);
  appendingContract(adapter, open);
  subscribingContract(adapter, open);
};
