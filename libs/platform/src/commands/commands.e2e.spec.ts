import { openHouse, recordedIn, type TestHouse } from '../testing/house';
import { uuidv5 } from '../uuid';
import type { LineAnswer } from './line';

const id = uuidv5('hall');
const hang = { command: 'HangBarometer', id, commandId: 'hang', data: { title: 'Hall' } };
const raise = (by: unknown, commandId: string, more: object = {}) => ({
  ...{ command: 'RaiseBarometer', id, commandId, data: { by } },
  ...more,
});

describe('POST commands', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.app.close());

  const sendText = (body: string, as?: string) =>
    house.ask('POST', 'commands', {
      ...{ body, headers: { 'content-type': 'application/x-ndjson', 'x-request-id': 'd0-1' } },
      ...(as !== undefined && { as }),
    });
  const send = async (...lines: readonly (object | string)[]) => {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const answer = await sendText(text);
    return {
      ...answer,
      lines: answer.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as LineAnswer),
    };
  };
  const told = (lines: readonly LineAnswer[]) =>
    lines.map((line) => (line.status === 'accepted' ? line.revision : line.problem.type.replace('/problems/', '')));
  const stream = `mid.barometer-${id}`;

  describe('with NDJSON', () => {
    it('answers a line each, in line order', async () => {
      const { status, headers, lines } = await send(hang, raise(10, 'a'), raise(100, 'b'), raise(20, 'c'));
      expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
      expect(lines).toEqual([
        { commandId: 'hang', status: 'accepted', stream, revision: 0 },
        { commandId: 'a', status: 'accepted', stream, revision: 1 },
        {
          commandId: 'b',
          status: 'rejected',
          problem: {
            ...{ type: '/problems/too-high', title: 'Too high', status: 409 },
            ...{ detail: 'It stands at 10.', traceId: 'd0-1' },
          },
        },
        { commandId: 'c', status: 'accepted', stream, revision: 2 },
      ]);
    });

    it('runs what meets on one stream in line order, whatever is between', async () => {
      const others = Array.from({ length: 50 }, (_, n) => ({ ...hang, id: uuidv5(`other ${n}`) }));
      const rises = Array.from({ length: 50 }, (_, n) => raise(1, `${n}`));
      const { lines } = await send(hang, ...rises.flatMap((line, n) => [line, others[n] ?? line]));
      expect(told(lines.filter((_, n) => n === 0 || n % 2 === 1))).toEqual(Array.from({ length: 51 }, (_, n) => n));
      const history = await house.store.readStream(stream);
      expect(history.slice(1).map(({ meta }) => meta.commandId)).toEqual(rises.map(({ commandId }) => commandId));
    });

    it('goes on after a line that is none, and names what is wrong with it', async () => {
      const { lines } = await send(
        '{"command":',
        '[]',
        { ...raise(1, 'x'), command: 'Lower' },
        { ...raise('much', 'y'), note: 1 },
        { ...raise('much', 'y'), id: 'hall' },
        { ...raise(1, 'z'), occurredOn: '2026-02-30' },
        '{"command":"HangBarometer","commandId":"p","data":{"__proto__":{"title":"x"}}}',
        `${'['.repeat(33)}${']'.repeat(33)}`,
        hang,
      );
      const faults = lines.map((line) =>
        line.status === 'accepted'
          ? 'accepted'
          : [line.commandId, line.problem.status, line.problem.errors?.map(({ pointer }) => pointer)],
      );
      expect(faults).toEqual([
        [null, 400, ['#']],
        [null, 400, ['#']],
        ['x', 400, ['#/command']],
        ['y', 400, ['#/note', '#/data/by']],
        ['y', 400, ['#/id', '#/data/by']],
        ['z', 400, ['#/occurredOn']],
        [null, 400, ['#']],
        [null, 400, ['#']],
        'accepted',
      ]);
    });

    it('takes the day and the id from the line, but not twice', async () => {
      const day = '2026-09-30';
      const { lines } = await send(
        { ...hang, occurredOn: day },
        { ...raise(1, 'a'), data: { by: 1, occurredOn: day } },
        { ...raise(1, 'b'), occurredOn: day, data: { by: 1, occurredOn: day } },
      );
      expect(told(lines)).toEqual([0, 1, 'invalid-request']);
      expect((await house.store.readStream(stream)).map(({ meta }) => meta.occurredOn)).toEqual([day, day]);
    });

    it('records a line that is sent again once, and refuses its id for another command', async () => {
      await send(hang, raise(1, 'a'));
      expect(told((await send(hang, raise(1, 'a'), raise(2, 'a'))).lines)).toEqual([0, 1, 'idempotency-key-reused']);
      expect(await recordedIn(house.store)).toBe(2);
    });

    it('checks the role line by line', async () => {
      const as = await house.token({ roles: ['observer'] });
      await send(hang);
      const { text } = await sendText(
        `${JSON.stringify({ ...hang, id: uuidv5('b') })}\n${JSON.stringify(raise(1, 'a'))}`,
        as,
      );
      expect(
        told(
          text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as LineAnswer),
        ),
      ).toEqual(['role-missing', 1]);
    });

    it('passes over empty lines and takes either end of line', async () => {
      const { lines } = await send(`\n${JSON.stringify(hang)}\r\n\r\n${JSON.stringify(raise(1, 'a'))}\n`);
      expect(told(lines)).toEqual([0, 1]);
    });

    it('takes 1,000 lines, and none of 1,001', async () => {
      const lines = Array.from({ length: 1_000 }, (_, n) => ({ ...hang, id: uuidv5(`${n}`) }));
      const tooMany = await send(...lines, hang);
      expect([tooMany.status, tooMany.body.type, tooMany.body.detail]).toEqual([
        ...[413, '/problems/too-large'],
        'A request holds at most 1000 commands; this one has 1001.',
      ]);
      expect(await recordedIn(house.store)).toBe(0);
      expect(told((await send(...lines)).lines)).toEqual(lines.map(() => 0));
    });

    it('takes no line of more than 256 KiB', async () => {
      const { lines } = await send({ ...hang, data: { title: 'x'.repeat(256 * 1024) } }, hang);
      expect(told(lines)).toEqual(['too-large', 0]);
    });

    it('takes at most 10 MiB, and nowhere else', async () => {
      expect((await sendText(' '.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
      const headers = { 'content-type': 'application/x-ndjson' };
      expect((await house.ask('POST', 'barometers', { body: '{"title":"Hall"}', headers })).status).toBe(415);
    });
  });

  describe('with JSON', () => {
    const sendOne = (body: object, headers: Record<string, string> = {}) =>
      house.ask('POST', 'commands', { body, headers });

    it('answers as for a line', async () => {
      const { status, body } = await sendOne(hang);
      expect([status, body]).toEqual([200, { commandId: 'hang', status: 'accepted', stream, revision: 0 }]);
    });

    it('answers a refusal with its problem', async () => {
      const { status, headers, body } = await sendOne(raise(1, 'a'));
      expect([status, headers['content-type'], body.type]).toEqual([
        ...[404, 'application/problem+json; charset=utf-8', '/problems/barometer-unknown'],
      ]);
    });

    it('takes the id of the command from Idempotency-Key, and what was seen from If-Match', async () => {
      const unnamed = { ...hang, commandId: null };
      expect((await sendOne(unnamed, { 'idempotency-key': 'k' })).body.commandId).toBe('k');
      expect((await sendOne(raise(1, 'a'), { 'if-match': '"4"' })).status).toBe(412);
    });

    it('does the same as the route of the command', async () => {
      const unnamed = { ...raise(1, ''), commandId: null };
      await sendOne(hang);
      const first = await sendOne(unnamed, { 'idempotency-key': 'k' });
      const headers = { 'idempotency-key': 'k' };
      const second = await house.ask('POST', `barometers/${id}/rises`, { body: { by: 1 }, headers });
      expect([first.body.revision, second.body]).toEqual([1, { stream, revision: 1 }]);
    });
  });
});
