// The bus as an AsyncAPI 3.0 document, made from the contracts alone.
import { allEvents, type JsonSchema, typeOf } from '@zielwerk/contracts';

const text = (description: string, example: string) => ({ type: 'string', description, examples: [example] });

/** CloudEvents 1.0 in binary mode: attributes are Kafka headers. */
const headers = {
  type: 'object',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_subject',
    'ce_time',
    'ce_revision',
    'ce_occurredon',
  ],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text('The event.', '0190a1de-0000-5000-8000-000000000001'),
    ce_type: text('Its type and the version of its data.', 'MeasureProgressReported.v1'),
    ce_source: text('The house that recorded it.', '/ministries/mwu'),
    ce_subject: text('Its stream.', 'mwu.measure-0190a1de-0000-7000-8000-000000000001'),
    ce_time: text('When it was recorded.', '2026-11-23T08:00:00.000Z'),
    ce_revision: text('Its place in the stream, dense from 0.', '7'),
    ce_occurredon: text('The day on which it became true in the world (Europe/Berlin).', '2026-09-30'),
    ce_function: text('The function that acted, never a person; absent when a machine did.', 'Referatsleitung 12'),
    ce_origin: { ...text('Only of a fact that was taken in later than it was reported.', 'import'), const: 'import' },
    ce_reportedon: text('With ce_origin: the day on which it was reported at that time.', '2024-10-15'),
    traceparent: text(
      'The span that recorded it (W3C Trace Context), where the house keeps traces.',
      '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    ),
    ce_correlationid: text('What it belongs to.', '4bf92f3577b34da6a3ce929d0e0e4736'),
    'content-type': { type: 'string', const: 'application/json' },
  },
};

const message = (wireType: string, payload: JsonSchema) => ({
  name: wireType,
  title: typeOf(wireType),
  contentType: 'application/json',
  'x-audience': allEvents.audienceOf(typeOf(wireType)),
  headers: { $ref: '#/components/schemas/CloudEventHeaders' },
  payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: payload },
});

const withheld = {
  name: 'Withheld.v1',
  title: 'Withheld',
  summary: 'Stands for an event that its house keeps to itself, so that revisions stay dense.',
  contentType: 'application/json',
  headers: { $ref: '#/components/schemas/CloudEventHeaders' },
  payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: { type: ['object', 'null'] } },
};

const references = (kind: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/${kind}/${name}` }]));

/** The document as a plain object, ready for JSON. */
export const asyncApiDocument = () => {
  const schemas = Object.entries(allEvents.jsonSchemas());
  const messages = {
    ...Object.fromEntries(schemas.map(([type, schema]) => [type, message(type, schema)])),
    'Withheld.v1': withheld,
  };
  const names = Object.keys(messages);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Zielwerk events',
      version: '1.0.0',
      description:
        'What the houses of a state record about its digital strategy. One topic per house, one partition per topic, kept for ever. Delivered at least once: drop what you have by stream and revision.',
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    defaultContentType: 'application/json',
    channels: {
      events: {
        address: 'zielwerk.{ministry}.events',
        description: 'The events of one house, in the order in which it recorded them. The key is the stream.',
        parameters: { ministry: { description: 'The code of the house.', examples: ['mwu'] } },
        messages: references('components/messages', names),
      },
    },
    operations: {
      publishEvents: {
        action: 'send',
        channel: { $ref: '#/channels/events' },
        summary: 'A house publishes on its own topic and on no other.',
        messages: names.map((name) => ({ $ref: `#/channels/events/messages/${name}` })),
      },
    },
    components: { schemas: { CloudEventHeaders: headers }, messages },
  };
};
