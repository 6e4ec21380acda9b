import type { Decision } from '@/lib/entitlement/approvals';
import type { Result } from '@/lib/portal-error';
import { NoteKeeper, type Noted } from './note-keeper';
import { subjectOf, toBody, type Came, type Mark, type Outgoing } from './outgoing';
import { sendAll, withoutAgain, type Interrupted } from './send-all';

/** What one press decided: one request or many. */
export interface Wave {
  id: string;
  decision: Decision;
  items: Outgoing[];
  /** Whose requests, in the order of the items. */
  names: string[];
  isMany: boolean;
  phase: 'waiting' | 'sending';
  /** When it is sent, on the page's own clock (`performance.now`). */
  endsAt: number;
}

export interface OutboxState {
  waves: readonly Wave[];
  /** By `request/stage`. */
  marks: ReadonlyMap<string, Mark>;
  /** Somebody stands in the bar: nothing is sent meanwhile. */
  isHeld: boolean;
  lastWords: string | null;
  /** How many presses ended without a known answer: their notes are to be read. */
  unsettled: number;
}

interface Surroundings {
  post: (body: unknown, keepalive: boolean) => Promise<Result<Came>>;
  /** `isAlive`: it is kept again as long as this page lives. */
  keepNote: (note: Noted, isAlive: boolean) => void;
  dropNote: (id: string) => void;
  /** Every row of a press has an end. */
  settled: (wave: Wave, marks: ReadonlyMap<string, Mark>) => void;
  interrupted: (how: Interrupted) => void;
}

const NOWHERE: Surroundings = {
  post: () => Promise.resolve({ ok: false, error: { kind: 'unavailable' } }),
  keepNote: () => undefined,
  dropNote: () => undefined,
  settled: () => undefined,
  interrupted: () => undefined,
};

/** After a pause in the bar there is time to read it. */
const LEAST_MS = 2_000;

/** Decisions between the press and the service: each waits a while with its undo, then is sent once. Knows no React. */
export class OutboxStore {
  #state: OutboxState = { waves: [], marks: new Map(), isHeld: false, lastWords: null, unsettled: 0 };
  #around: Surroundings = NOWHERE;
  #tell = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notes = new NoteKeeper(() => ({ keep: this.#around.keepNote, drop: this.#around.dropNote }));
  #heldAt = 0;
  /** Handed over to the server while the page is left. */
  #left = new Set<string>();
  /** A sign-in takes the page away: what is not sent comes back with it. */
  #isParked = false;

  /** What it calls; the page gives it anew with every rendering. */
  attach(around: Surroundings): void {
    this.#around = around;
  }

  subscribe = (tell: () => void) => {
    this.#tell.add(tell);
    return () => void this.#tell.delete(tell);
  };
  state = () => this.#state;

  /** One press; sent after `waitMs`, at once with 0. */
  decide(items: readonly Outgoing[], names: readonly string[], isMany: boolean, waitMs: number): void {
    const [first] = items;
    if (!first) return;
    const endsAt = performance.now() + waitMs;
    const base = { id: crypto.randomUUID(), decision: first.decision, items: [...items], names: [...names], isMany, endsAt };
    const wave: Wave = { ...base, phase: 'waiting' };
    this.#mark(items, (item) => ({ kind: 'waiting', decision: item.decision }));
    this.#set({ waves: [...this.#state.waves, wave], lastWords: first.justification });
    this.#notes.begin({ id: wave.id, decision: wave.decision, names: wave.names, stages: wave.items.map(subjectOf) });
    this.#plan();
  }

  /** Takes back a press that is not sent yet, the latest one by default. */
  undo(id?: string): Wave | null {
    const waiting = this.#state.waves.filter(({ phase }) => phase === 'waiting');
    const wave = id === undefined ? waiting.at(-1) : waiting.find((each) => each.id === id);
    if (!wave) return null;
    this.#mark(wave.items, () => null);
    this.#forget(wave);
    return wave;
  }

  sendNow(id: string): void {
    const wave = this.#state.waves.find((each) => each.id === id && each.phase === 'waiting');
    if (wave) void this.#send(wave);
  }

  /** Nothing is sent while somebody points at the bar or stands in it. */
  hold(isHeld: boolean): void {
    if (isHeld === this.#state.isHeld) return;
    const now = performance.now();
    if (isHeld) this.#heldAt = now;
    const shifted = (wave: Wave) => ({ ...wave, endsAt: Math.max(wave.endsAt + now - this.#heldAt, now + LEAST_MS) });
    this.#set({ isHeld, ...(isHeld ? {} : { waves: this.#state.waves.map(shifted) }) });
    this.#plan();
  }

  /** What is not known to be sent. */
  unsent(): { items: Outgoing[]; names: string[]; isMany: boolean }[] {
    return this.#state.waves
      .map((wave) => ({ items: this.#rest(wave), names: wave.names, isMany: wave.isMany }))
      .filter(({ items }) => items.length > 0);
  }

  /** Before a sign-in takes the page away: sends what waits as long as that still works. */
  async park(): Promise<void> {
    this.#isParked = true;
    await Promise.all(this.#state.waves.filter(({ phase }) => phase === 'waiting').map((wave) => this.#send(wave)));
  }

  /** The page is left: the server takes over. `keepalive`: the page is gone the next moment. */
  leave(keepalive: boolean): void {
    this.#notes.leave();
    if (this.#isParked) return;
    for (const wave of this.#state.waves) void this.#handOver(wave, keepalive);
  }

  /** The page is back from the browser's own cache: asks what became of what was handed over. */
  comeBack(): void {
    this.#notes.beat();
    for (const wave of this.#state.waves.filter(({ id }) => this.#left.delete(id))) void this.#send(wave);
  }

  /** How earlier decisions stand that this page did not make itself. */
  tell(marks: ReadonlyMap<string, Mark>): void {
    if (marks.size > 0) this.#set({ marks: new Map([...this.#state.marks, ...marks]) });
  }

  async #send(wave: Wave): Promise<void> {
    this.#sending(wave);
    const interrupted = await sendAll(this.#rest(wave), {
      post: (body) => this.#around.post(body, false),
      posting: (items) => this.#posting(wave, items),
      mark: (item, mark) => this.#mark([item], () => mark),
      sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
      isMany: wave.isMany,
      isOver: () => this.#left.has(wave.id),
    });
    if (this.#left.has(wave.id)) return;
    if (interrupted === null) return this.#settle(wave);
    // Stays in the box, so that it comes back with the page.
    if (!this.#isParked) {
      this.#isParked = true;
      this.#around.interrupted(interrupted);
    }
  }

  async #handOver(wave: Wave, keepalive: boolean): Promise<void> {
    const rest = this.#rest(wave);
    this.#left.add(wave.id);
    this.#sending(wave);
    if (rest.length === 0) return this.#settle(wave);
    this.#posting(wave, rest);
    const answer = await this.#around.post(toBody(rest, true), keepalive);
    // Not answered: the note stays, and the next visit says what is true.
    if (!answer.ok || !this.#left.has(wave.id)) return;
    for (const row of answer.value.rows) {
      const mark: Mark =
        'error' in row
          ? { kind: 'error', decision: wave.decision, error: row.error }
          : { kind: row.state === 'sending' ? 'looking' : row.state, decision: row.decision };
      this.#mark(
        rest.filter((item) => subjectOf(item) === subjectOf(row)),
        () => mark,
      );
    }
    this.#settle(wave);
  }

  /** What goes out now has used up its "once more": a sign-in or another call does not say it again. */
  #posting({ id }: Wave, items: readonly Outgoing[]): void {
    const gone = new Set(items.map(subjectOf));
    const once = (item: Outgoing) => (gone.has(subjectOf(item)) ? withoutAgain(item) : item);
    this.#set({ waves: this.#state.waves.map((wave) => (wave.id === id ? { ...wave, items: wave.items.map(once) } : wave)) });
  }

  #settle(wave: Wave): void {
    const marks = wave.items.flatMap((item) => {
      const mark = this.#state.marks.get(subjectOf(item));
      return mark ? [[subjectOf(item), mark] as const] : [];
    });
    const open = marks.filter(([, { kind }]) => kind === 'looking' || kind === 'unknown');
    this.#forget(
      wave,
      open.map(([subject]) => subject),
    );
    this.#around.settled(wave, new Map(marks));
  }

  #rest(wave: Wave): Outgoing[] {
    const open = ['waiting', 'sending', 'looking'];
    return wave.items.filter((item) => open.includes(this.#state.marks.get(subjectOf(item))?.kind ?? 'waiting'));
  }

  #sending(wave: Wave): void {
    this.#mark(this.#rest(wave), (item) => ({ kind: 'sending', decision: item.decision }));
    this.#keep(this.#state.waves.map((each) => (each.id === wave.id ? { ...each, phase: 'sending' as const } : each)));
    this.#plan();
  }

  /** Where nothing waits the bar is gone, and with it whoever stood in it. */
  #keep(waves: readonly Wave[]): void {
    const isHeld = this.#state.isHeld && waves.some(({ phase }) => phase === 'waiting');
    this.#set({ waves, isHeld });
  }

  #mark(items: readonly Outgoing[], make: (item: Outgoing) => Mark | null): void {
    const marks = new Map(this.#state.marks);
    for (const item of items) {
      const mark = make(item);
      if (mark) marks.set(subjectOf(item), mark);
      else marks.delete(subjectOf(item));
    }
    this.#set({ marks });
  }

  #forget(wave: Wave, unsettled: readonly string[] = []): void {
    this.#keep(this.#state.waves.filter(({ id }) => id !== wave.id));
    this.#notes.end(wave.id, unsettled);
    if (unsettled.length > 0) this.#set({ unsettled: this.#state.unsettled + 1 });
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const waiting = this.#state.waves.filter(({ phase }) => phase === 'waiting');
    if (waiting.length === 0 || this.#state.isHeld) return;
    const next = Math.min(...waiting.map(({ endsAt }) => endsAt));
    this.#timer = setTimeout(() => this.#due(), Math.max(0, next - performance.now()));
  }

  #due(): void {
    const now = performance.now();
    for (const wave of this.#state.waves) if (wave.phase === 'waiting' && wave.endsAt <= now + 20) void this.#send(wave);
    this.#plan();
  }

  #set(change: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#tell) tell();
  }
}
