/** The server cannot be reached, or does not answer. After an append, whether it took effect is unknown unless it says so. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
