/**
 * `describe`; where something is missing, an announced `describe.skip`, and a failure when engines are required. `missing`
 * says what, in a sentence.
 */
export const describeUnless = (missing: string | undefined, name: string, specs: () => void): void => {
  if (missing === undefined) {
    describe(name, specs);
    return;
  }
  if (process.env.ZIELWERK_REQUIRE_ENGINES === '1') throw new Error(missing);
  console.warn(`Skipped: ${name}. ${missing}`);
  describe.skip(name, specs);
};
