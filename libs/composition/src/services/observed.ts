// What the observation of a service adds to its ports, whichever adapters they are: nothing where nobody observes.
import type { EventStore, Messaging } from '@zielwerk/kernel';
import {
  type Configuration,
  MeasuredEventStore,
  type ServiceMetrics,
  TracedEventStore,
  tracedIntake,
  TracedMessaging,
} from '@zielwerk/platform';
import type { ReadModel } from '@zielwerk/projection-engine';

import type { Parts } from './parts';

/** What a service's HTTP side is told, and asked to tell. */
export const observing = ({ configuration, metrics }: Parts, service: string) => ({
  metrics: metrics?.of(service) ?? null,
  logsRequests: ['info', 'debug', 'trace'].includes(configuration.logLevel),
  ...(isTraced(configuration) && { tracedAs: service }),
});

const isTraced = ({ tracesUrl }: Configuration): boolean => tracesUrl !== null;

export const observedStore = (
  store: EventStore,
  { configuration }: Parts,
  { service, metrics }: Readonly<{ service: string; metrics: ServiceMetrics | null }>,
): EventStore => {
  const measured = metrics ? new MeasuredEventStore(store, metrics) : store;
  return isTraced(configuration) ? new TracedEventStore(measured, service) : measured;
};

export const observedBus = (bus: Messaging, configuration: Configuration): Messaging =>
  isTraced(configuration) ? new TracedMessaging(bus) : bus;

type Intake = Pick<ReadModel, 'ingest' | 'project' | 'startAt' | 'whileRunner'>;

export const observedIntake = (readModel: Intake, configuration: Configuration): Intake => {
  if (!isTraced(configuration)) return readModel;
  return {
    ...tracedIntake({
      ingest: (messages) => readModel.ingest(messages),
      project: () => readModel.project(),
    }),
    startAt: (topic) => readModel.startAt(topic),
    whileRunner: (start) => readModel.whileRunner(start),
  };
};
