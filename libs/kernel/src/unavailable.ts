/** What is needed cannot be reached just now, and may be soon: the same can be asked again. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}
