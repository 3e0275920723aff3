import { loadJurisdiction } from '@zielwerk/platform';

/** Throws, with a sentence that says what is allowed, when the jurisdiction file has no such ministry. */
export const checkMinistry = async (ministry: string, file: string): Promise<void> => {
  const codes = (await loadJurisdiction(file)).ministries.map(({ code }) => code);
  if (!codes.includes(ministry)) throw new Error(`--ministry ${ministry} is none of ${codes.join(', ')}.`);
};
