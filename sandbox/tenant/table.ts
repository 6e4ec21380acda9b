import type { Table } from './tenant.ts';

/** Where a row is found in an index: one key, several, or none. */
type KeysOf<T> = (row: T) => string | null | readonly string[];

interface IndexOptions<T> {
  keysOf: KeysOf<T>;
  /** Keys are compared without case. */
  caseless?: boolean;
}

/** An index made of two others: the shorter list of the two is filtered. Costs no memory; its key is `{first}+{second}`. */
interface PairIndex<T> {
  first: string;
  second: string;
  matches: (row: T, first: string, second: string) => boolean;
}

interface TableOptions<T extends { id: string }, Index extends string> {
  indexes?: Partial<Record<Index, IndexOptions<T> | KeysOf<T>>>;
  pairs?: Partial<Record<Index, PairIndex<T>>>;
  /** Keeps the latest changes for changedSince. */
  remembers?: boolean;
  /** Told of every change after it was made; `row` is undefined for a delete. */
  onChange?: (id: string, row: T | undefined) => void;
}

const NONE: readonly never[] = [];
/** Changes remembered at least. */
const REMEMBERED = 500;

class MemoryIndex<T extends { id: string }> {
  readonly #keysOf: KeysOf<T>;
  readonly #caseless: boolean;
  /** A key with one row holds the row itself: most keys have one, and an array each would cost more than the rows. */
  readonly #rows = new Map<string, T | T[]>();

  constructor(options: IndexOptions<T> | KeysOf<T>) {
    this.#keysOf = typeof options === 'function' ? options : options.keysOf;
    this.#caseless = typeof options !== 'function' && options.caseless === true;
  }

  get(key: string): readonly T[] {
    const held = this.#rows.get(this.#caseless ? key.toLowerCase() : key);
    if (held === undefined) return NONE;
    return Array.isArray(held) ? held : [held];
  }

  insert(row: T): void {
    const found = this.#keysOf(row);
    if (typeof found === 'string') this.#add(this.#caseless ? found.toLowerCase() : found, row);
    else if (found !== null) for (const key of found) this.#add(this.#caseless ? key.toLowerCase() : key, row);
  }

  replace(before: T, after: T | undefined): void {
    const old = this.#keys(before);
    const next = after ? this.#keys(after) : NONE;
    for (const key of old) {
      if (!next.includes(key)) this.#remove(key, before);
    }
    for (const key of next) {
      if (!after) continue;
      if (old.includes(key)) this.#swap(key, before, after);
      else this.#add(key, after);
    }
  }

  #keys(row: T): readonly string[] {
    const found = this.#keysOf(row);
    const keys = found === null ? NONE : typeof found === 'string' ? [found] : found;
    return this.#caseless ? keys.map((key) => key.toLowerCase()) : keys;
  }

  #add(key: string, row: T): void {
    const held = this.#rows.get(key);
    if (held === undefined) this.#rows.set(key, row);
    else if (Array.isArray(held)) held.push(row);
    else this.#rows.set(key, [held, row]);
  }

  #swap(key: string, before: T, after: T): void {
    const held = this.#rows.get(key);
    if (!Array.isArray(held)) this.#rows.set(key, after);
    // Rows that change are mostly young ones, and those are at the end.
    else held[held.lastIndexOf(before)] = after;
  }

  #remove(key: string, row: T): void {
    const held = this.#rows.get(key);
    if (!Array.isArray(held) || held.length === 1) this.#rows.delete(key);
    else held.splice(held.lastIndexOf(row), 1);
  }
}

/** A table held in memory. Lists from `by` are live: copy one before changing rows while walking it. */
export class MemoryTable<T extends { id: string }, Index extends string = never> implements Table<T, Index> {
  readonly #rows = new Map<string, T>();
  readonly #indexes = new Map<string, MemoryIndex<T>>();
  readonly #every: readonly MemoryIndex<T>[];
  readonly #pairs = new Map<string, PairIndex<T>>();
  readonly #onChange: ((id: string, row: T | undefined) => void) | undefined;
  /** The latest changes, the last of them number `#version`: rows before and after. */
  #recent: (readonly T[])[] | null;
  #version = 0;

  constructor(options: TableOptions<T, Index> = {}) {
    for (const [name, index] of Object.entries<IndexOptions<T> | KeysOf<T> | undefined>(options.indexes ?? {})) {
      if (index) this.#indexes.set(name, new MemoryIndex(index));
    }
    this.#every = [...this.#indexes.values()];
    for (const [name, pair] of Object.entries<PairIndex<T> | undefined>(options.pairs ?? {})) if (pair) this.#pairs.set(name, pair);
    this.#onChange = options.onChange;
    this.#recent = options.remembers === true ? [] : null;
  }

  get size(): number {
    return this.#rows.size;
  }

  get version(): number {
    return this.#version;
  }

  changedSince(version: number): readonly T[] | null {
    const count = this.#version - version;
    if (count === 0) return NONE;
    return this.#recent && count <= this.#recent.length ? this.#recent.slice(-count).flat() : null;
  }

  get(id: string): T | undefined {
    return this.#rows.get(id);
  }

  put(row: T): T {
    this.#change(row.id, row);
    return row;
  }

  delete(id: string): void {
    if (this.#rows.has(id)) this.#change(id, undefined);
  }

  values(): IterableIterator<T> {
    return this.#rows.values();
  }

  by(name: Index, key: string): readonly T[] {
    const pair = this.#pairs.get(name);
    if (!pair) return this.#indexes.get(name)?.get(key) ?? NONE;
    const cut = key.indexOf('+');
    const first = key.slice(0, cut);
    const second = key.slice(cut + 1);
    const one = this.#indexes.get(pair.first)?.get(first) ?? NONE;
    const two = this.#indexes.get(pair.second)?.get(second) ?? NONE;
    return (one.length <= two.length ? one : two).filter((row) => pair.matches(row, first, second));
  }

  #change(id: string, row: T | undefined): void {
    const before = this.#rows.get(id);
    if (row) this.#rows.set(id, row);
    else this.#rows.delete(id);
    for (const index of this.#every) {
      if (before) index.replace(before, row);
      else if (row) index.insert(row);
    }
    this.#version += 1;
    if (this.#recent) this.#remember([before, row].filter((one) => one !== undefined));
    this.#onChange?.(id, row);
  }

  #remember(rows: readonly T[]): void {
    this.#recent?.push(rows);
    if (this.#recent && this.#recent.length > 2 * REMEMBERED) this.#recent = this.#recent.slice(-REMEMBERED);
  }
}
