import type { DevelopmentIssuer } from '@zielwerk/platform';

import type { TokenFor } from '../sending/send-commands';

/** Tokens for the senders of a sample, from the issuer that only one's own machine accepts. */
export const sampleTokens =
  (issuer: DevelopmentIssuer): TokenFor =>
  ({ ministry, role, unit }) =>
    issuer.issue({ sub: `sample-${ministry}`, ministry, roles: [role], ...(unit !== undefined && { unit }) });
