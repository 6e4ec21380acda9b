/** One thing that may fall due. Whoever takes it checks the row again: rows change and leave old entries behind. */
export interface Timer {
  /** UTC ms on the partition's clock. */
  at: number;
  table: 'requests' | 'assignments';
  id: string;
}

/** A binary heap of what falls due, earliest first, ties in the order they were added. Parallel arrays keep 300,000 entries small. */
export class TimerQueue {
  readonly #times: number[] = [];
  readonly #order: number[] = [];
  readonly #ids: string[] = [];
  #added = 0;

  get size(): number {
    return this.#times.length;
  }

  add(timer: Timer): void {
    this.#added += 1;
    this.#times.push(timer.at);
    this.#order.push(this.#added);
    this.#ids.push((timer.table === 'requests' ? 'r' : 'a') + timer.id);
    this.#rise(this.#times.length - 1);
  }

  /** Takes the earliest timer that is due at `now` or before it. */
  take(now: number): Timer | undefined {
    const at = this.#times[0];
    const id = this.#ids[0];
    if (at === undefined || id === undefined || at > now) return undefined;
    const last = this.#times.length - 1;
    this.#swap(0, last);
    this.#times.pop();
    this.#order.pop();
    this.#ids.pop();
    this.#sink(0);
    return { at, table: id.startsWith('r') ? 'requests' : 'assignments', id: id.slice(1) };
  }

  #before(one: number, two: number): boolean {
    const first = this.#times[one] ?? Infinity;
    const second = this.#times[two] ?? Infinity;
    return first < second || (first === second && (this.#order[one] ?? 0) < (this.#order[two] ?? 0));
  }

  #rise(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#before(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sink(from: number): void {
    let place = from;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= this.#times.length) return;
      const child = left + 1 < this.#times.length && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(child, place)) return;
      this.#swap(place, child);
      place = child;
    }
  }

  #swap(one: number, two: number): void {
    swap(this.#times, one, two);
    swap(this.#order, one, two);
    swap(this.#ids, one, two);
  }
}

function swap<T>(list: T[], one: number, two: number): void {
  const held = list[one] as T;
  list[one] = list[two] as T;
  list[two] = held;
}
