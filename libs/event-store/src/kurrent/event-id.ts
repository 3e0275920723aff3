import { hash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// Fixed for ever: another one would make other events of those that are sent again.
const NAMESPACE = 'zielwerk/event/';

/** The server knows an event that is sent again by a UUID: the event's own id where it is one, else one that follows from it. */
export const uuidOf = (id: string): string => {
  if (UUID.test(id)) return id;
  const hex = hash('sha256', NAMESPACE + id);
  // Version 8 of RFC 9562: a layout of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
