import type { Result } from '@/lib/portal-error';
import { NoteKeeper } from './note-keeper';
import { fitting, isOver, subjectOf, toBody, type Came, type Mark, type Outgoing } from './outgoing';
import { sendAll, withoutAgain } from './send-all';
import { NOWHERE, type OutboxState, type Surroundings, type Wave } from './wave';

/** A browser lets go so much of all calls that outlive their page (64 KB), headers aside. */
const MOST_BYTES = 60_000;
/** A page that is still there after so long was not taken away. */
const PARKED_MS = 30_000;
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
  #unpark: ReturnType<typeof setTimeout> | undefined;
  /** Nobody stands in Approvals any more: there is nobody to ask, and waits are obeyed. */
  #isAway = false;

  /** What it calls; the page gives it anew with every rendering. */
  attach(around: Surroundings): void {
    this.#around = around;
  }

  subscribe = (tell: () => void) => {
    this.#tell.add(tell);
    return () => void this.#tell.delete(tell);
  };
  state = () => this.#state;

  /** Calls once nothing is under way any more. */
  whenEmpty(then: () => void): void {
    if (this.#state.waves.length === 0) return then();
    const stop = this.subscribe(() => {
      if (this.#state.waves.length > 0) return;
      stop();
      then();
    });
  }

  /** One press; sent after `waitMs`, at once with 0. */
  decide(items: readonly Outgoing[], names: readonly string[], isMany: boolean, waitMs: number, draftKey?: string): void {
    const [first] = items;
    if (!first) return;
    this.#park(false);
    const endsAt = performance.now() + waitMs;
    const base = { id: crypto.randomUUID(), decision: first.decision, items: [...items], names: [...names], isMany, endsAt };
    const wave: Wave = { ...base, phase: 'waiting', ...(draftKey === undefined ? {} : { draftKey }) };
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

  /** Other words are typed into this draft: what is under way leaves it alone. */
  keepDraft(draftKey: string): void {
    if (!this.#state.waves.some((wave) => wave.draftKey === draftKey)) return;
    this.#set({ waves: this.#state.waves.map((wave) => (wave.draftKey === draftKey ? withoutDraft(wave) : wave)) });
  }

  /** What is not known to be sent. */
  unsent(): (Pick<Wave, 'items' | 'names' | 'isMany'> & { draftKey?: string })[] {
    return this.#state.waves
      .map((wave) => ({
        ...{ items: this.#rest(wave), names: wave.names, isMany: wave.isMany },
        ...(wave.draftKey === undefined ? {} : { draftKey: wave.draftKey }),
      }))
      .filter(({ items }) => items.length > 0);
  }

  /** Before a sign-in takes the page away: sends what waits as long as that still works. */
  async park(): Promise<void> {
    this.#park(true);
    await Promise.all(this.#state.waves.filter(({ phase }) => phase === 'waiting').map((wave) => this.#send(wave)));
    if (this.unsent().length === 0) this.#park(false);
  }

  /** The page is gone the next moment: the server takes over as much as a browser lets go. */
  leave(): void {
    this.#notes.leave();
    if (this.#isParked) return;
    let room = MOST_BYTES;
    for (const wave of this.#state.waves) room -= this.#handOver(wave, room);
    for (const { draftKey } of this.#state.waves) if (draftKey !== undefined) this.#around.usedUp(draftKey);
  }

  /** Somebody stands in Approvals. */
  arrive(): void {
    this.#isAway = false;
  }

  /** The person goes elsewhere in the portal: what waits is sent now, and what is on its way goes on. */
  depart(): void {
    this.#isAway = true;
    for (const { id } of this.#state.waves) this.sendNow(id);
  }

  /** The page is back from the browser's own cache: asks what became of what was handed over. */
  comeBack(): void {
    this.#park(false);
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
      isMany: () => wave.isMany || this.#isAway,
      isOver: () => this.#left.has(wave.id),
    });
    if (this.#left.has(wave.id)) return;
    if (interrupted === null) return this.#settle(wave);
    if (this.#isAway) {
      this.#mark(interrupted.rest, (item) => ({ kind: 'error', decision: item.decision, error: interrupted.error }));
      return this.#settle(wave, interrupted.rest.map(subjectOf));
    }
    // Stays in the box, so that it comes back with the page.
    if (!this.#isParked) {
      this.#park(true);
      this.#around.interrupted(interrupted);
    }
  }

  /** Answers how many bytes it took. What does not fit is said by its note the next time. */
  #handOver(wave: Wave, room: number): number {
    const rest = this.#rest(wave);
    this.#left.add(wave.id);
    this.#sending(wave);
    const some = rest.slice(0, fitting(rest, room));
    if (some.length === 0) {
      if (rest.length === 0) this.#settle(wave);
      return 0;
    }
    this.#posting(wave, some);
    const body = toBody(some, true);
    void this.#around.post(body, true).then((answer) => this.#handedOver(wave, some, answer));
    return new Blob([JSON.stringify(body)]).size;
  }

  #handedOver(wave: Wave, some: readonly Outgoing[], answer: Result<Came>): void {
    // Not answered: the note stays, and the next visit says what is true.
    if (!answer.ok || !this.#left.has(wave.id)) return;
    for (const row of answer.value.rows) {
      const mark: Mark =
        'error' in row
          ? { kind: 'error', decision: wave.decision, error: row.error }
          : { kind: row.state === 'sending' ? 'looking' : row.state, decision: row.decision };
      this.#mark(
        some.filter((item) => subjectOf(item) === subjectOf(row)),
        () => mark,
      );
    }
    if (this.#rest(wave).every((item) => some.some((each) => subjectOf(each) === subjectOf(item)))) this.#settle(wave);
  }

  #park(isParked: boolean): void {
    this.#isParked = isParked;
    clearTimeout(this.#unpark);
    if (isParked) this.#unpark = setTimeout(() => (this.#isParked = false), PARKED_MS);
  }

  /** What goes out now has used up its "once more": a sign-in or another call does not say it again. */
  #posting({ id }: Wave, items: readonly Outgoing[]): void {
    const gone = new Set(items.map(subjectOf));
    const once = (item: Outgoing) => (gone.has(subjectOf(item)) ? withoutAgain(item) : item);
    this.#set({ waves: this.#state.waves.map((wave) => (wave.id === id ? { ...wave, items: wave.items.map(once) } : wave)) });
  }

  /** `unsent`: stages that the next visit is told of in any case. */
  #settle(wave: Wave, unsent: readonly string[] = []): void {
    const marks = wave.items.flatMap((item) => {
      const mark = this.#state.marks.get(subjectOf(item));
      return mark ? [[subjectOf(item), mark] as const] : [];
    });
    const open = marks.filter(([, { kind }]) => kind === 'looking' || kind === 'unknown').map(([subject]) => subject);
    const now = this.#state.waves.find(({ id }) => id === wave.id);
    if (now?.draftKey !== undefined && marks.every(([, mark]) => isUsedUp(mark))) this.#around.usedUp(now.draftKey);
    this.#forget(wave, [...new Set([...open, ...unsent])]);
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

/** Its words are not needed again. */
function isUsedUp(mark: Mark): boolean {
  return mark.kind === 'sent' || mark.kind === 'looking' || (mark.kind === 'error' && isOver(mark.error));
}

function withoutDraft(wave: Wave): Wave {
  const { draftKey, ...others } = wave;
  return draftKey === undefined ? wave : others;
}
