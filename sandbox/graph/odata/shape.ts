import { isoInstant } from '../../tenant/durations.ts';
import type { Call } from '../call.ts';

/** Reads one property of a row as it goes over the wire. */
export interface Property<Row> {
  (row: Row, call: Call): unknown;
  /** The instant behind a date property in UTC ms, so that filters need not parse text for every row. */
  instant?: (row: Row) => number | null;
}

/** A navigation property: its rows are answered only when expanded. */
export interface Relation<Row> {
  readonly many: boolean;
  readonly read: (row: Row, call: Call) => Related[];
  readonly shape: () => AnyShape;
  /** When it says no, an expansion is left out in silence. */
  readonly visible?: (row: Row, call: Call) => boolean;
}

/** A related row with its shape erased: only its own shape ever looks inside. */
export type Related = object;

/** How rows of a table look on the wire: the members of one CSDL type. */
export interface Shape<Row> {
  /** Short CSDL type name. */
  readonly type: string;
  readonly properties: Readonly<Record<string, Property<Row>>>;
  readonly relations: Readonly<Record<string, Relation<Row>>>;
  /** Properties answered when nothing is selected; all of them when absent. */
  readonly defaults?: readonly string[];
  /** `@odata.type` of a row, where the collection is of an abstract type. */
  readonly typeOf?: (row: Row) => string;
  /** The whole object depends on nothing but the row: it is made once and kept with it, since rows are never changed in place. */
  readonly stable?: boolean;
  /** A last change to a finished object: switches that reproduce other shapes. */
  readonly finish?: (wire: Record<string, unknown>, call: Call) => Record<string, unknown>;
}

/** A shape whose row type was erased by `erase`. */
export type AnyShape = Shape<Related>;

/** Forgets the row type of a shape. Sound as long as its rows come from the relation that names it. */
export function erase<Row extends object>(shape: Shape<Row>): AnyShape {
  return shape as unknown as AnyShape;
}

/** A single-valued relation. */
export function one<Row, Target extends object>(
  shape: () => Shape<Target>,
  read: (row: Row, call: Call) => Target | null | undefined,
  visible?: (row: Row, call: Call) => boolean,
): Relation<Row> {
  return {
    many: false,
    shape: () => erase(shape()),
    read: (row, call) => {
      const found = read(row, call);
      return found === null || found === undefined ? [] : [found];
    },
    ...(visible === undefined ? {} : { visible }),
  };
}

/** A collection-valued relation. */
export function many<Row, Target extends object>(
  shape: () => Shape<Target>,
  read: (row: Row, call: Call) => readonly Target[],
  visible?: (row: Row, call: Call) => boolean,
): Relation<Row> {
  return {
    many: true,
    shape: () => erase(shape()),
    read: (row, call) => [...read(row, call)],
    ...(visible === undefined ? {} : { visible }),
  };
}

/** A date property from UTC ms. */
export function at<Row>(read: (row: Row) => number | null): Property<Row> {
  const wire = (row: Row): string | null => {
    const instant = read(row);
    return instant === null ? null : isoInstant(instant);
  };
  return Object.assign(wire, { instant: read });
}

/** Looks a name up in any case. */
export function inAnyCase(names: Readonly<Record<string, unknown>>, wanted: string): string | undefined {
  if (Object.hasOwn(names, wanted)) return wanted;
  const lower = wanted.toLowerCase();
  return Object.keys(names).find((name) => name.toLowerCase() === lower);
}
