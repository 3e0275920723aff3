import { type BusMessage, type EventMeta, type ReceivedMessage, type StoredEvent, topicOf } from '@zielwerk/kernel';

import { Malformed } from './contract';
import { catalogue, defineEvent, UnknownEventVersion } from './define-event';
import { continuesIn, decodeFact, ForeignSource, readMeta, toBusMessage } from './envelope';
import { MeasureCompleted } from './measure.events';

const measureId = '0190a1de-0000-7000-8000-000000000001';
const stream = `mwu.measure-${measureId}`;
const fact = {
  id: '0190a1de-0000-7000-8000-000000000002',
  stream,
  revision: 7,
  occurredOn: '2026-09-30',
  recordedAt: '2026-11-23T08:00:00.000Z',
  ministry: 'mwu',
  function: 'Referatsleitung für Öffentlichkeit',
  correlationId: 'r-1',
};
const meta: EventMeta = { ...fact, actor: 'opaque-4711', commandId: 'command-0815', commandHash: 'hash-42' };
const completed: StoredEvent = {
  position: 3,
  wireType: 'MeasureCompleted.v1',
  data: { measureId, acceptedBy: 'Referat 12, Köln' },
  meta,
};

const arrived = (sent: BusMessage, topic = topicOf('mwu')): ReceivedMessage => ({
  ...sent,
  topic,
  offset: 0,
  value: Buffer.from(sent.value),
});
const withHeader = (name: string, value: string | undefined): ReceivedMessage => {
  const others = Object.entries(toBusMessage(completed).headers).filter(([other]) => other !== name);
  const headers = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  return { ...arrived(toBusMessage(completed)), headers };
};

describe('an event that leaves its house', () => {
  it('is a CloudEvent in binary mode, keyed by its stream', () =>
    expect(toBusMessage(completed)).toEqual({
      key: stream,
      value: `{"measureId":"${measureId}","acceptedBy":"Referat 12, Köln"}`,
      headers: {
        ce_specversion: '1.0',
        ce_id: fact.id,
        ce_type: 'MeasureCompleted.v1',
        ce_source: '/ministries/mwu',
        ce_subject: stream,
        ce_time: fact.recordedAt,
        'content-type': 'application/json',
        ce_revision: '7',
        ce_occurredon: '2026-09-30',
        ce_function: 'Referatsleitung für Öffentlichkeit',
        ce_correlationid: 'r-1',
      },
    }));

  it('says neither who acted nor on which command', () => {
    const sent = JSON.stringify(toBusMessage(completed));
    expect([meta.actor, meta.commandId, meta.commandHash].filter((secret) => sent.includes(secret))).toEqual([]);
  });

  it('has no function when a machine acted', () =>
    expect(toBusMessage({ ...completed, meta: { ...meta, function: null } }).headers).not.toHaveProperty(
      'ce_function',
    ));

  it('says where another stream ended that it goes on from', () => {
    const continues = { stream: 'mi.measure-0190a1de-0000-7000-8000-000000000001', revision: 12 };
    const { headers } = toBusMessage({ ...completed, data: { ...(completed.data as object), continues } });
    expect(headers.ce_continues).toBe(`${continues.stream}@12`);
    expect(continuesIn({ headers })).toEqual(continues);
    expect(continuesIn(toBusMessage(completed))).toBeNull();
  });

  it('says when it was reported, where it was taken in later', () => {
    const late = { ...completed, meta: { ...meta, origin: 'import', reportedOn: '2026-10-02' } } as const;
    const sent = toBusMessage(late);
    expect(sent.headers).toMatchObject({ ce_origin: 'import', ce_reportedon: '2026-10-02' });
    expect(readMeta(arrived(sent))).toMatchObject({ origin: 'import', reportedOn: '2026-10-02' });
    expect(readMeta(arrived(toBusMessage(completed)))).not.toHaveProperty('origin');
    const withheld = toBusMessage(late, { audienceOf: () => 'house', redact: (_, data) => data });
    expect(Object.keys(withheld.headers).filter((name) => /origin|reportedon/u.test(name))).toEqual([]);
  });

  it('leaves what is for its house only at home, field by field', () => {
    const data = { measureId, health: 'red', reason: 'Late', blockers: [], note: 'Between us' };
    const sent = toBusMessage({ ...completed, wireType: 'MeasureHealthDeclared.v1', data });
    expect(JSON.parse(sent.value)).toEqual({ ...data, note: null });
  });

  it.each([
    ['is for its house only', completed, catalogue(defineEvent('MeasureCompleted', MeasureCompleted, 'house'))],
    ['is of a type nobody knows here', { ...completed, wireType: 'ScholarshipGranted.v1' }, undefined],
  ])('is withheld when it %s: only its place in the stream remains', (_, event, events) =>
    expect(toBusMessage(event, events)).toEqual({
      key: stream,
      value: 'null',
      headers: {
        ce_specversion: '1.0',
        ce_id: fact.id,
        ce_type: 'Withheld.v1',
        ce_source: '/ministries/mwu',
        ce_subject: stream,
        ce_time: fact.recordedAt,
        'content-type': 'application/json',
        ce_revision: '7',
        ce_occurredon: '2026-09-30',
        ce_correlationid: 'r-1',
      },
    }),
  );
});

describe('a fact that arrives', () => {
  it('is what was decided, with both its times', () =>
    expect(decodeFact(arrived(toBusMessage(completed)))).toEqual({
      type: 'MeasureCompleted',
      data: completed.data,
      meta: fact,
    }));

  it('says without its data where it stands and what it is', () =>
    expect(readMeta({ ...arrived(toBusMessage(completed)), value: Buffer.from('{') })).toEqual({
      ...fact,
      wireType: 'MeasureCompleted.v1',
    }));

  it('has no function when a machine acted', () =>
    expect(readMeta(withHeader('ce_function', undefined)).function).toBeNull());

  it.each(['ScholarshipGranted.v1', 'Withheld.v1', 'constructor', '__proto__'])(
    'is skipped when its type is %s, whatever its data',
    (type) => expect(decodeFact({ ...withHeader('ce_type', type), value: Buffer.from('{') })).toBeUndefined(),
  );

  it('is refused when its version is newer than this release', () =>
    expect(() => decodeFact(withHeader('ce_type', 'MeasureCompleted.v9'))).toThrow(UnknownEventVersion));

  it.each([
    ['not JSON', Buffer.from('{')],
    ['empty', Buffer.alloc(0)],
    ['not UTF-8', Buffer.from([0x22, 0xfc, 0x22])],
    ['not what was agreed', Buffer.from('{"measureId":7}')],
    ['too much', Buffer.from(`{"measureId":"${measureId}","acceptedBy":"R","__proto__":{}}`)],
  ])('is refused when its data is %s', (_, value) =>
    expect(() => decodeFact({ ...arrived(toBusMessage(completed)), value })).toThrow(Malformed),
  );

  it.each([
    ['ce_specversion', '0.3', 'This is no CloudEvent of version 1.0.'],
    ['ce_specversion', undefined, 'This is no CloudEvent of version 1.0.'],
    ['ce_type', undefined, 'wireType is missing'],
    ['ce_id', '4711', 'id must be an id'],
    ['ce_subject', 'mwu.measure', 'stream must be a stream'],
    ['ce_subject', undefined, 'stream is missing'],
    ['ce_revision', undefined, 'revision is missing'],
    ['ce_revision', '', 'revision must be a whole number'],
    ['ce_revision', '-1', 'revision must be a whole number'],
    ['ce_revision', '1e3', 'revision must be a whole number'],
    ['ce_revision', '9007199254740993', 'revision must be a whole number'],
    ['ce_occurredon', '2026-09-31', 'occurredOn must be a day'],
    ['ce_time', '2026-09-30', 'recordedAt must be an instant'],
    ['ce_source', 'https://mwu', 'ministry must be the code of a ministry'],
    ['ce_source', undefined, 'ministry is missing'],
    ['ce_function', '', 'function must be text'],
    ['ce_correlationid', undefined, 'correlationId is missing'],
    ['ce_reportedon', '2026-09-31', 'reportedOn must be a day'],
  ])('is refused when %s is %s', (name, value, reason) => {
    expect(() => readMeta(withHeader(name, value))).toThrow(Malformed);
    expect(() => readMeta(withHeader(name, value))).toThrow(reason);
  });

  it('is refused when it was not sorted under its stream', () =>
    expect(() => readMeta({ ...arrived(toBusMessage(completed)), key: 'other' })).toThrow(
      'The key is not the stream.',
    ));

  it.each([
    ['comes on the topic of another house', arrived(toBusMessage(completed), topicOf('mf'))],
    ['comes on no topic of a house', arrived(toBusMessage(completed), 'events')],
    ['claims another source', withHeader('ce_source', '/ministries/mf')],
    ['is about a stream of another house', withHeader('ce_subject', `mf.measure-${measureId}`)],
    ['is about a house whose code begins alike', withHeader('ce_subject', `mwux.measure-${measureId}`)],
  ])('is refused as foreign when it %s', (_, message) => expect(() => readMeta(message)).toThrow(ForeignSource));
});
