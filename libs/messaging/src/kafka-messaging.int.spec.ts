import { KafkaMessaging } from './kafka-messaging';
import { messagingContract } from './messaging.contract';
import { brokerForSpecs, describeWithKafka } from './testing/broker';

jest.setTimeout(60_000);

describeWithKafka('messaging on Kafka', () => {
  const broker = brokerForSpecs();
  messagingContract(
    () => new KafkaMessaging({ brokers: [broker().brokers], clientId: 'contract', maxWaitTimeInMs: 50 }),
  );
});
