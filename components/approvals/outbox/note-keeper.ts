import { ALIVE_MS, type Note } from './notes';

/** A press as it is noted. */
export type Noted = Omit<Note, 'diesAt'>;

interface Book {
  /** `isAlive`: its page is there and says so again; otherwise it is read as soon as somebody looks. */
  keep: (note: Noted, isAlive: boolean) => void;
  drop: (id: string) => void;
}

/** The notes of this page's presses: alive while they are under way, left over where one ended and nobody knows how. */
export class NoteKeeper {
  #book: () => Book;
  #alive = new Map<string, Noted>();
  #leftOver = new Map<string, Noted>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(book: () => Book) {
    this.#book = book;
  }

  /** A press is under way. What older notes say of its stages is over. */
  begin(note: Noted): void {
    const stages = new Set(note.stages);
    for (const old of this.#leftOver.values()) {
      if (old.stages.some((stage) => stages.has(stage)))
        this.#leave(
          old,
          old.stages.filter((stage) => !stages.has(stage)),
        );
    }
    this.#alive.set(note.id, note);
    this.#book().keep(note, true);
    this.beat();
  }

  /** It ended; `unsettled`: the stages of which nobody knows how. */
  end(id: string, unsettled: readonly string[] = []): void {
    const note = this.#alive.get(id);
    this.#alive.delete(id);
    if (this.#alive.size === 0) this.rest();
    if (note) this.#leave(note, unsettled);
  }

  /** Says every two seconds that the page is alive. */
  beat(): void {
    this.#timer ??= setInterval(() => this.#alive.forEach((note) => this.#book().keep(note, true)), ALIVE_MS);
  }

  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** The page goes away: whoever comes next may read them. */
  leave(): void {
    this.rest();
    for (const note of this.#alive.values()) this.#book().keep(note, false);
  }

  #leave(note: Noted, stages: readonly string[]): void {
    if (stages.length === 0) {
      this.#leftOver.delete(note.id);
      return this.#book().drop(note.id);
    }
    const left = { ...note, stages: [...stages] };
    this.#leftOver.set(note.id, left);
    this.#book().keep(left, false);
  }
}
