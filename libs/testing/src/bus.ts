/** The embedded bus and the relay. Loaded where they are asked for: with Kafka's client, every spec would wait for them. */
export const loadBus = () => import('@zielwerk/messaging');
