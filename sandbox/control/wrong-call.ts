/** A control call that cannot be: answered with its status and `{ "error": message }` (sandbox-control). */
export class WrongCall extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** Reads one member's value; throws WrongCall saying what is allowed. */
export type Reader<T> = (value: unknown, name: string) => T;

function refuse(name: string, allowed: string): never {
  throw new WrongCall(`${name} must be ${allowed}.`);
}

export const text: Reader<string> = (value, name) => (typeof value === 'string' && value !== '' ? value : refuse(name, 'a text'));

export const flag: Reader<boolean> = (value, name) => (typeof value === 'boolean' ? value : refuse(name, 'true or false'));

/** A finite number within bounds. */
export function number(least: number, most = Infinity): Reader<number> {
  const bounds = most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`;
  return (value, name) =>
    typeof value === 'number' && value >= least && value <= most && Number.isFinite(value) ? value : refuse(name, `a number ${bounds}`);
}

/** A whole number within bounds. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Reader<number> {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
  return (value, name) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse(name, `a whole number ${bounds}`);
}

export function oneOf<T extends string>(...allowed: readonly T[]): Reader<T> {
  return (value, name) => allowed.find((word) => word === value) ?? refuse(name, `one of ${allowed.map((word) => `"${word}"`).join(', ')}`);
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, name) => (value === null ? null : reader(value, name));
}

export const texts: Reader<string[]> = (value, name) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : refuse(name, 'an array of texts');

/** An object with these members and no others; each may be absent. */
export function members<T extends Record<string, unknown>>(readers: { [K in keyof T]: Reader<T[K]> }): (
  value: unknown,
  name: string,
) => Partial<T> {
  const known = Object.keys(readers);
  return (value, name) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(name, `an object with ${known.join(', ')}`);
    const found: Partial<T> = {};
    for (const [key, given] of Object.entries(value)) {
      if (!Object.hasOwn(readers, key)) throw new WrongCall(`${name} has no member "${key}". Allowed: ${known.join(', ') || 'none'}.`);
      found[key as keyof T] = readers[key as keyof T](given, key);
    }
    return found;
  };
}

/** The member, which must be there. */
export function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new WrongCall(`${name} is missing.`);
  return value;
}
