/** At most so many messages are sent, and delivered, at once. */
export const MOST_MESSAGES = 500;
