import { isEmpty, merge, next, parse, parts, without, written, type Pending, type Refused } from './pending';
import { problemOf, type Problem } from './problem';

/** What the outbox needs of the world; given from outside, so that tests hold clock, network and storage. */
export interface World<Answer> {
  send: (request: Pending) => Promise<Answer>;
  /** Called once a request is acknowledged, before `pending` loses it. */
  arrived: (request: Pending, answer: Answer) => void;
  /** `null` removes; false when nothing could be kept. */
  keep: (text: string | null) => boolean;
  kept: () => string | null;
  /** Runs later; gives back how to call it off. */
  after: (milliseconds: number, act: () => void) => () => void;
}

export interface Outgoing {
  pending: Pending;
  sending: boolean;
  /** The server could not be reached; it is tried again by itself. */
  offline: boolean;
  /** Why the server does not take it; nothing is sent again until something changes or somebody asks. */
  refusal: Problem | null;
  refused: Refused;
  /** Whether what waits would outlive this page. */
  held: boolean;
}

/** A pause between two ticks is shorter than this. */
const PAUSE_MS = 600;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
/** Refusals that concern the values sent and not the sheet. */
const VALUE = 422;

/** Sends what changes, one request at a time, and keeps what has not arrived. */
export class Outbox<Answer> {
  private readonly world: World<Answer>;
  private readonly listeners = new Set<() => void>();
  private state: Outgoing;
  private single = false;
  private tries = 0;
  private callOff: () => void = () => undefined;
  /** What waits where storage is closed. */
  private memory: string | null = null;

  constructor(world: World<Answer>) {
    this.world = world;
    this.state = { pending: parse(world.kept()), sending: false, offline: false, refusal: null, refused: new Set(), held: true };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): Outgoing => this.state;

  /** Something was changed: keeps it at once, sends it after a pause. */
  change(change: Pending): void {
    const refused = new Set([...this.state.refused].filter((part) => !parts(change).includes(part)));
    const held = this.store(merge(this.stored(), change));
    this.set({ pending: this.stored(), refused, refusal: null, held });
    if (!this.state.offline) this.later(PAUSE_MS);
  }

  /** Sends at once what waits, also what was refused before when somebody `insists`. */
  flush(insists = false): void {
    if (insists) this.set({ refused: new Set(), refusal: null });
    this.tries = 0;
    void this.run();
  }

  /** Forgets what waits: it was withdrawn. */
  clear(): void {
    this.callOff();
    this.store({ rows: {} });
    this.set({ pending: { rows: {} }, refused: new Set(), refusal: null, offline: false, held: true });
  }

  stop(): void {
    this.callOff();
  }

  private async run(): Promise<void> {
    this.callOff();
    if (this.state.sending || this.blocked()) return;
    // Another tab may hold the same sheet: the storage is what both see.
    const request = next(this.stored(), this.state.refused, this.single);
    if (!request) {
      this.single = false;
      this.set({ pending: this.stored(), offline: false });
      return;
    }
    this.set({ sending: true });
    try {
      const answer = await this.world.send(request);
      this.world.arrived(request, answer);
      this.tries = 0;
      const held = this.store(without(this.stored(), request));
      this.set({ pending: this.stored(), sending: false, offline: false, held });
      void this.run();
    } catch (error) {
      this.set({ sending: false });
      this.failed(request, problemOf(error));
    }
  }

  /** The sheet itself does not take answers: only somebody who insists tries again. */
  private blocked(): boolean {
    const { refusal } = this.state;
    return refusal !== null && refusal.status !== VALUE;
  }

  private failed(request: Pending, problem: Problem): void {
    const status = problem.status ?? 0;
    if (problem.code === 'unreachable' || status >= 500 || status === 408 || status === 429) {
      const wait = Math.min(FIRST_RETRY_MS * 2 ** this.tries, LAST_RETRY_MS);
      this.tries += 1;
      this.set({ offline: true });
      this.later(Math.max(wait, (problem.retry_after ?? 0) * 1_000));
      return;
    }
    if (status === VALUE && Object.keys(request.rows).length > 1) {
      this.single = true;
      void this.run();
      return;
    }
    const refused = new Set([...this.state.refused, ...parts(request)]);
    this.set({ refusal: problem, refused, offline: false });
    if (status === VALUE) void this.run();
  }

  private later(milliseconds: number): void {
    this.callOff();
    this.callOff = this.world.after(milliseconds, () => void this.run());
  }

  private stored(): Pending {
    return parse(this.memory ?? this.world.kept());
  }

  private store(pending: Pending): boolean {
    const text = written(pending);
    const kept = this.world.keep(text);
    this.memory = kept ? null : text;
    return kept || isEmpty(pending);
  }

  private set(change: Partial<Outgoing>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
