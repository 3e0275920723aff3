import type { sendUnaryData } from '@grpc/grpc-js';
import {
  SupportedMethod,
  SupportedMethods,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';

const STREAMS = 'event_store.client.streams.streams';
const METHODS: Readonly<Record<string, readonly string[]>> = {
  read: ['position', 'events'],
  append: [],
  batchappend: ['deadline_duration'],
};

/** What the double can do, in the words of a server: both transports of the client ask for it before anything else. */
export const answerFeatures = (answer: sendUnaryData<SupportedMethods>): void => {
  const supported = new SupportedMethods().setEventStoreServerVersion('26.1.0');
  for (const [name, features] of Object.entries(METHODS)) {
    const method = new SupportedMethod()
      .setServiceName(STREAMS)
      .setMethodName(name)
      .setFeaturesList([...features]);
    supported.addMethods(method);
  }
  answer(null, supported);
};
