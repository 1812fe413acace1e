import { describe, expect, it } from 'vitest';
import { Outbox } from './outbox';
import { laidOver, type Pending } from './pending';
import { ApiError } from './problem';
import { PLAIN } from './star';

/** A world in which time passes when told, and a server that answers as told. */
function world(kept: string | null = null) {
  const [sent, arrived, timers]: [Pending[], Pending[], { at: number; act: () => void }[]] = [[], [], []];
  const made = {
    sent, arrived, kept, storage: true, now: 0,
    answer: (request: Pending): Promise<string> => Promise.resolve(Object.keys(request.rows).join()),
    outbox: null as unknown as Outbox<string>,
    /** Runs what is due, and whatever follows from it at once. */
    pass: async (milliseconds: number) => {
      made.now += milliseconds;
      for (const timer of timers.splice(0)) {
        if (timer.at <= made.now) timer.act();
        else timers.push(timer);
      }
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
  made.outbox = new Outbox<string>({
    send: (request) => {
      sent.push(request);
      return made.answer(request);
    },
    arrived: (request) => arrived.push(request),
    keep: (text) => {
      if (made.storage) made.kept = text;
      return made.storage;
    },
    kept: () => made.kept,
    after: (milliseconds, act) => {
      const timer = { at: made.now + milliseconds, act };
      timers.push(timer);
      return () => timers.includes(timer) && timers.splice(timers.indexOf(timer), 1);
    },
  });
  return made;
}

const tick = (...offices: string[]): Pending => ({ rows: Object.fromEntries(offices.map((office) => [office, PLAIN])) });
const refusal = (status: number, code: string) => Promise.reject(new ApiError({ status, code }));

describe('the outbox', () => {
  it('sends several ticks as one request, after a pause', async () => {
    const { outbox, sent, pass } = world();
    outbox.change(tick('a'));
    await pass(300);
    outbox.change(tick('b'));
    await pass(500);
    expect(sent).toEqual([]);
    await pass(100);
    expect(sent).toEqual([tick('a', 'b')]);
  });

  it('keeps one request under way and sends afterwards what came in between', async () => {
    const made = world();
    let acknowledge: (text: string) => void = () => undefined;
    made.answer = () => new Promise((resolve) => { acknowledge = resolve; });
    made.outbox.change(tick('a'));
    await made.pass(600);
    made.outbox.change(tick('b'));
    await made.pass(600);
    expect(made.sent).toEqual([tick('a')]);
    acknowledge('');
    await made.pass(0);
    expect(made.sent).toEqual([tick('a'), tick('b')]);
  });

  it('keeps answers through a lost connection and a reload, and sends them once there is one', async () => {
    const before = world();
    before.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    before.outbox.change(tick('a'));
    await before.pass(600);
    before.outbox.change({ rows: { b: null } });
    expect(before.outbox.now()).toMatchObject({ offline: true, refusal: null, held: true });
    const after = world(before.kept);
    expect(laidOver([{ office: 'a', star: null }], after.outbox.now().pending)[0]?.star).toEqual(PLAIN);
    after.outbox.flush();
    await after.pass(0);
    expect(after.sent).toEqual([{ rows: { a: PLAIN, b: null } }]);
    expect(after.kept).toBeNull();
    expect(after.outbox.now()).toMatchObject({ pending: { rows: {} }, offline: false });
  });

  it('tries again by itself, less and less often', async () => {
    const made = world();
    made.answer = () => refusal(503, 'busy');
    made.outbox.change(tick('a'));
    await made.pass(600);
    await made.pass(2_000);
    await made.pass(2_000);
    expect(made.sent).toHaveLength(2);
    await made.pass(2_000);
    expect(made.sent).toHaveLength(3);
    made.answer = () => Promise.resolve('');
    await made.pass(8_000);
    expect(made.outbox.now()).toMatchObject({ offline: false, pending: { rows: {} } });
  });

  it('finds the one row the server refuses; the others arrive', async () => {
    const made = world();
    made.answer = (request) => ('bad' in request.rows ? refusal(422, 'unprocessable') : Promise.resolve(''));
    made.outbox.change(tick('a', 'bad', 'c'));
    await made.pass(600);
    expect(made.arrived).toEqual([tick('a'), tick('c')]);
    expect(made.outbox.now()).toMatchObject({ pending: tick('bad'), refusal: { code: 'unprocessable' } });
    expect([...made.outbox.now().refused]).toEqual(['bad']);
  });

  it('asks a sheet that is closed no more until somebody insists, and loses nothing', async () => {
    const made = world();
    made.answer = () => refusal(409, 'conflict');
    made.outbox.change(tick('a'));
    await made.pass(600);
    made.outbox.flush();
    await made.pass(60_000);
    expect(made.sent).toHaveLength(1);
    expect(made.kept).toBe(JSON.stringify(tick('a')));
    made.answer = () => Promise.resolve('');
    made.outbox.flush(true);
    await made.pass(0);
    expect(made.kept).toBeNull();
  });

  it('says when nothing can be kept on the device, and still sends', async () => {
    const made = world();
    made.storage = false;
    made.outbox.change(tick('a'));
    expect(made.outbox.now().held).toBe(false);
    await made.pass(600);
    expect(made.arrived).toEqual([tick('a')]);
    expect(made.outbox.now()).toMatchObject({ held: true, pending: { rows: {} } });
  });

  it('forgets what waits when the answers are withdrawn', async () => {
    const made = world();
    made.outbox.change(tick('a'));
    made.outbox.clear();
    await made.pass(5_000);
    expect(made.sent).toEqual([]);
    expect(made.kept).toBeNull();
  });
});
