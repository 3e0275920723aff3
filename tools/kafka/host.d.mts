/** Ports of 127.0.0.1 that nobody uses, and that no outgoing connection is given. */
export function freePorts(count: number): Promise<number[]>;
