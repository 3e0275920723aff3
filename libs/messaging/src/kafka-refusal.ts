type Failed = Readonly<{ type?: unknown; cause?: unknown; errors?: unknown }>;

/** The client wraps what the broker said, and several of it at once. */
const isRefused = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { type, cause, errors } = error as Failed;
  if (typeof type === 'string' && type.endsWith('_AUTHORIZATION_FAILED')) return true;
  return isRefused(cause) || (Array.isArray(errors) && errors.some(isRefused));
};

/** What a broker's authorizer refused, said by what would have been allowed; any other error as it is. */
export const explained = (error: unknown, needed: string): unknown =>
  isRefused(error) ? new Error(`Kafka does not allow this service's user ${needed}.`, { cause: error }) : error;
