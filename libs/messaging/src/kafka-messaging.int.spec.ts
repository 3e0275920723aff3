import { describeWithKafka } from '@zielwerk/spec-engines';
import { topicOf } from '@zielwerk/kernel';
import { type Admin, ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';

import { KafkaMessaging } from './kafka-messaging';
import { messagingContract } from './messaging.contract';
import { brokerForSpecs } from './testing/broker';
import { Inbox } from './testing/inbox';

const sockets = () => process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;
const message = (value: string) => ({ key: 'mf.goal-1', value, headers: { ce_type: 'T.v1' } });

describeWithKafka('messaging on Kafka', () => {
  const broker = brokerForSpecs();
  const connect = (warn?: (text: string) => void) =>
    new KafkaMessaging({ brokers: [broker().brokers], clientId: 'specs', maxWaitTimeInMs: 50 }, warn);

  messagingContract(connect);

  describe('as an operator sees it', () => {
    const topic = topicOf('mf');
    let admin: Admin;
    let messaging: KafkaMessaging;

    beforeAll(async () => {
      admin = new Kafka({ brokers: [broker().brokers], logLevel: logLevel.NOTHING }).admin();
      await admin.connect();
      messaging = connect();
      await messaging.ensureTopics([topic]);
    });
    afterAll(async () => {
      await messaging.close();
      await admin.disconnect();
    });

    it('keeps topics for ever, in one partition, and takes events larger than Kafka does by default', async () => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      expect(topics.map(({ partitions }) => partitions.length)).toEqual([1]);
      const names = ['cleanup.policy', 'max.message.bytes', 'retention.bytes', 'retention.ms'];
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames: names }],
      });
      const entries = resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]);
      expect(Object.fromEntries(entries ?? [])).toEqual({
        'cleanup.policy': 'delete',
        'max.message.bytes': '8388608',
        'retention.bytes': '-1',
        'retention.ms': '-1',
      });
    });

    it('refuses a topic whose facts would have no order', async () => {
      const divided = topicOf('divided');
      await admin.createTopics({ topics: [{ topic: divided, numPartitions: 3 }] });
      await expect(messaging.ensureTopics([divided])).rejects.toThrow(`${divided} must have one partition`);
    });

    it('shows how far a reader is', async () => {
      const inbox = new Inbox('visible');
      await inbox.open(messaging, [topic]);
      await messaging.publish(topic, [message('a'), message('b')]);
      await inbox.received(2);
      await inbox.close();
      const offsets = await admin.fetchOffsets({ groupId: `visible.${topic}`, topics: [topic] });
      expect(offsets[0]?.partitions.map(({ offset }) => offset)).toEqual(['2']);
    });

    it('delivers nothing to a reader whose record is beyond the topic, and says so', async () => {
      const shorter = topicOf('shorter');
      await messaging.ensureTopics([shorter]);
      await messaging.publish(shorter, [message('another history')]);
      const texts: string[] = [];
      const said = new Promise<void>((resolve) => {
        const own = connect((text) => {
          texts.push(text);
          if (text.includes('stands at')) resolve(own.close());
        });
        void new Inbox('ahead', { startAt: 7 }).open(own, [shorter]);
      });
      await said;
      expect(texts.at(-1)).toBe(`ahead.${shorter} wants ${shorter} from 7 on, but Kafka stands at 0.`);
    });

    it('lets go of every connection when it is closed', async () => {
      const before = sockets();
      const own = connect();
      const inbox = new Inbox('leaving');
      await inbox.open(own, [topic]);
      await own.publish(topic, [message('c')]);
      await inbox.received(3);
      expect(await own.endOf(topic)).toBe(3);
      expect(sockets()).toBeGreaterThan(before);
      await own.close();
      await new Promise((resolve) => setImmediate(resolve));
      expect(sockets()).toBe(before);
      await expect(own.publish(topic, [message('late')])).rejects.toThrow('The bus is closed.');
      await expect(own.endOf(topic)).rejects.toThrow('The bus is closed.');
    });
  });
});
