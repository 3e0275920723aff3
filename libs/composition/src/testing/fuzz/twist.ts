// What turns one request into another.
import type { Headers, Request } from './request';

/** Turns a request into another one. */
export type Twist = (request: Request) => Request;

export const withHeader =
  (name: string) =>
  (value: string | readonly string[]): Twist =>
  (request) => ({ ...request, headers: { ...without(request.headers, name), [name]: value } });
export const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([each]) => each.toLowerCase() !== name));
export const withBody =
  (change: (body: string) => string | Buffer): Twist =>
  (request) => ({
    ...request,
    body: request.body === null ? null : change(request.body.toString()),
  });
