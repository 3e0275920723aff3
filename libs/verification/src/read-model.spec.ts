import type { Check } from './check';
import { rowsAreTheFold } from './fold-check';
import { nothingIsSkipped } from './log-check';
import { tableOf } from './table';
import { streamOf, topic } from './testing/house';
import { measures, type Shelf, shelfOfFive } from './testing/read-model';
import { verifyReadModel } from './verify';

const one = streamOf(1);
const two = streamOf(2);
const idOf = (stream: string) => stream.slice('mi.measure-'.length);
const foundBy = (check: Check) =>
  check.findings.map(({ invariant, subject, detail }) => `${invariant} ${subject}: ${detail}`);

const given = async (spoil: (shelf: Shelf) => void) => {
  const { shelf, ...rest } = await shelfOfFive();
  spoil(shelf);
  return { shelf, ...rest };
};
const foldChecked = async (spoil: (shelf: Shelf) => void) => {
  const { shelf } = await given(spoil);
  return rowsAreTheFold(shelf, [measures]);
};
const logChecked = async (spoil: (shelf: Shelf) => void) => {
  const { shelf, messaging } = await given(spoil);
  return nothingIsSkipped(shelf, messaging, [measures]);
};

describe('a read model that is as it should be', () => {
  it('passes both checks, and says what was looked at', async () => {
    const { shelf, messaging } = await shelfOfFive();
    const checks = await verifyReadModel({ readModel: shelf, messaging, projections: [measures] });
    expect(checks.flatMap(foundBy)).toEqual([]);
    expect(checks.map(({ invariant, counts }) => [invariant, counts])).toEqual([
      ['P1', { parked: 0, 'events applied': 4, rows: 2 }],
      ['P2', { events: 5, messages: 5, parked: 0 }],
    ]);
    const [p1, p2] = checks;
    expect(p1?.checksums['measure: fold']).toBe(p1?.checksums['measure: rows']);
    expect(p2?.checksums.log).toBe(p2?.checksums.bus);
  });

  it('may be behind the bus, and its projections behind its log', async () => {
    const check = await logChecked((shelf) => {
      shelf.log.splice(3);
      shelf.position = 2;
      shelf.checkpoint = 2;
    });
    expect([foundBy(check), check.counts]).toEqual([[], { events: 3, messages: 3, 'not read yet': 2, parked: 0 }]);
  });

  it('may have met messages twice', async () => {
    const { shelf, messaging, messages } = await shelfOfFive();
    await messaging.publish(
      topic,
      messages.slice(3).map((message) => ({ ...message, value: message.value.toString() })),
    );
    shelf.position = 6;
    const check = await nothingIsSkipped(shelf, messaging, [measures]);
    expect([foundBy(check), check.counts]).toEqual([[], { events: 5, messages: 7, redelivered: 2, parked: 0 }]);
  });
});

describe('P1 finds', () => {
  it('a row that somebody has changed', async () => {
    const check = await foldChecked(({ table }) => {
      table.set(idOf(one), { measure: idOf(one), title: 'Another title', begun: true });
    });
    expect(foundBy(check)).toEqual([`P1 measure ${idOf(one)}: The row is not what the events make of it.`]);
    expect(check.checksums['measure: fold']).not.toBe(check.checksums['measure: rows']);
  });

  it('a row that is missing', async () => {
    const check = await foldChecked(({ table }) => table.delete(idOf(one)));
    expect(foundBy(check)).toEqual([`P1 measure ${idOf(one)}: The row is missing.`]);
  });

  it('a row that no event has made', async () => {
    const check = await foldChecked(({ table }) => table.set('x', { measure: 'x', title: 'X', begun: false }));
    expect(foundBy(check)).toEqual(['P1 measure x: The row is there, and no event has made it.']);
  });

  it('an event that was applied though it is not up to the checkpoint', async () => {
    const check = await foldChecked((shelf) => {
      shelf.checkpoint = 4;
    });
    expect(foundBy(check)).toEqual([`P1 measure ${idOf(one)}: The row is not what the events make of it.`]);
  });

  it('an event that cannot be applied and is not parked, and leaves out those that are', async () => {
    const without = (shelf: Shelf) => {
      shelf.log.splice(0, 1);
      shelf.table.delete(idOf(one));
    };
    expect(foundBy(await foldChecked(without))).toEqual([
      'P1 measure, event 5: It cannot be applied, and is not parked: There is no row yet that this event could change.',
    ]);
    const parked = await foldChecked((shelf) => {
      without(shelf);
      shelf.parkedEvents.push({ projection: 'measure', ordinal: 5, key: idOf(one) });
    });
    expect([foundBy(parked), parked.counts.parked]).toEqual([[], 1]);
  });
});

describe('P2 finds', () => {
  it('a message that is not in the log', async () => {
    const check = await logChecked((shelf) => shelf.log.pop());
    expect(foundBy(check)).toEqual([
      `P2 ${one}@2 (offset 4): It is on the bus and not in the log.`,
      `P2 measure: Its checkpoint 5 is beyond the log's end, 4.`,
    ]);
    expect(check.checksums.log).not.toBe(check.checksums.bus);
  });

  it('an event of the log that has other bytes than the message', async () => {
    const check = await logChecked(({ log }) => {
      const [first] = log.splice(0, 1);
      if (first) log.unshift({ ...first, message: { ...first.message, value: Buffer.from('{}') } });
    });
    expect(foundBy(check)).toEqual([`P2 ${one}@0 (offset 0): The log has it otherwise than the bus.`]);
  });

  it('an event of the log that never was on the bus', async () => {
    const check = await logChecked(({ log }) => {
      const [first] = log;
      const headers = { ...first?.message.headers, ce_revision: '7' };
      if (first) log.push({ ...first, ordinal: 6, message: { ...first.message, headers } });
    });
    expect(foundBy(check)).toEqual([`P2 ${one}@7: It is in the log and not on the bus.`]);
  });

  it('a hole in the log', async () => {
    const check = await logChecked(({ log }) => log.splice(1, 1));
    expect(foundBy(check).slice(0, 1)).toEqual([`P2 ${two}@1: Event 3 of the log follows 1.`]);
  });

  it('what is held back, and counts what was refused', async () => {
    const { shelf, messaging, messages } = await shelfOfFive();
    const [last, before] = [shelf.log.pop(), shelf.log.pop()].map((event) => event?.message);
    if (last && before) {
      shelf.heldMessages.push(last);
      shelf.refusedMessages.push(before);
    }
    shelf.checkpoint = 3;
    const check = await nothingIsSkipped(shelf, messaging, [measures]);
    expect(messages).toHaveLength(5);
    expect(foundBy(check)).toEqual([
      `P2 ${one}@2 (offset 4): It is held back: an earlier event of its stream is missing.`,
    ]);
    expect(check.counts).toMatchObject({ messages: 5, refused: 1 });
  });

  it('an event that was passed, and neither applied nor parked', async () => {
    const unreadable = ({ log }: Shelf) => {
      const [first] = log.splice(0, 1);
      if (first) log.unshift({ ...first, state: 'unreadable', data: null });
    };
    expect(foundBy(await logChecked(unreadable))).toEqual([
      `P2 ${one}@0: measure has passed it, and neither applied nor parked it.`,
    ]);
    const parked = await logChecked((shelf) => {
      unreadable(shelf);
      shelf.parkedEvents.push({ projection: 'measure', ordinal: 1, key: null });
    });
    expect(foundBy(parked)).toEqual([]);
  });

  it('an event that is parked beyond the checkpoint', async () => {
    const check = await logChecked((shelf) => {
      shelf.checkpoint = 3;
      shelf.parkedEvents.push({ projection: 'measure', ordinal: 4, key: null });
    });
    expect(foundBy(check)).toEqual(['P2 measure: Event 4 is parked beyond the checkpoint, 3.']);
  });
});

describe('the table of checks', () => {
  it('shows what holds and what does not, with checksums and findings', () => {
    const check = { counts: { events: 5 }, checksums: { store: '0123/5' }, findings: [] } as const;
    const findings = Array.from(
      { length: 22 },
      (_, n) => ({ invariant: 'D3', subject: `s${n}`, detail: 'Gone.' }) as const,
    );
    const lines = tableOf('mi', [
      { ...check, invariant: 'B1', promise: 'the bus has it all' },
      { ...check, invariant: 'D3', promise: 'no gaps', checksums: {}, findings },
    ]).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'mi',
      '  B1  holds  the bus has it all  events 5',
      '      0123/5  store',
      '  D3  FAILS  no gaps             events 5',
      '      ! s0: Gone.',
    ]);
    expect(lines.at(-1)).toBe('      ! and 2 more');
    expect(lines).toHaveLength(4 + 20 + 1);
  });
});
