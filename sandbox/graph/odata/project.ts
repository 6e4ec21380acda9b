import type { Call } from '../call.ts';
import { isBeyondUnknown, memberInAnyCase } from '../schema/schema.ts';
import { compileFilter } from './compile.ts';
import type { Test } from './compile.ts';
import { badRequest } from './options.ts';
import type { Expansion, Options } from './options.ts';
import { inAnyCase } from './shape.ts';
import type { AnyShape, Related, Relation } from './shape.ts';

export type Wire = Record<string, unknown>;
export type Projector = (row: Related) => Wire;

/** Collections inside an expansion are cut at this many rows, without a nextLink, on directory objects (contract §5). */
const DIRECTORY_EXPAND_LIMIT = 20;

/** Turns $select and $expand into a function from row to wire object. Unknown names are 400 (contract §1.6, §4.2 doc trap). */
export function projector(shape: AnyShape, options: Pick<Options, 'select' | 'expand'>, call: Call): Projector {
  const names = selected(shape, options.select);
  const masks = new Set(call.includeUnknownMembers ? [] : names.filter((name) => mayBeMasked(shape.type, name)));
  const expansions = expanded(shape, options.expand).map((expansion) => expander(shape, expansion, call));
  const make = (row: Related): Wire => {
    const wire: Wire = {};
    if (shape.typeOf !== undefined) wire['@odata.type'] = shape.typeOf(row);
    for (const name of names) {
      const value = shape.properties[name]?.(row, call);
      if (value !== undefined) wire[name] = masks.has(name) ? masked(shape.type, name, value) : value;
    }
    for (const expand of expansions) expand(row, wire);
    return shape.finish === undefined ? wire : shape.finish(wire, call);
  };
  return shape.stable === true && options.select === null && expansions.length === 0 ? (row) => kept(row, make) : make;
}

const made = new WeakMap<Related, Wire>();

function kept(row: Related, make: Projector): Wire {
  const known = made.get(row) ?? make(row);
  made.set(row, known);
  return known;
}

function selected(shape: AnyShape, select: string[] | null): string[] {
  if (select === null || select.includes('*')) return [...(shape.defaults ?? Object.keys(shape.properties))];
  return select.flatMap((written) => {
    const name = inAnyCase(shape.properties, written);
    if (name !== undefined) return [name];
    // Selecting a navigation property is legal; its rows still come by $expand only.
    const known = inAnyCase(shape.relations, written) ?? memberInAnyCase(shape.type, written)?.name;
    if (known === undefined) throw unknownName(shape, written);
    return [];
  });
}

function expanded(shape: AnyShape, expand: Expansion[]): Expansion[] {
  return expand.flatMap((each) =>
    each.name === '*' ? Object.keys(shape.relations).map((name) => ({ name, options: each.options })) : [each],
  );
}

function expander(shape: AnyShape, { name: written, options }: Expansion, call: Call): (row: Related, wire: Wire) => void {
  const name = inAnyCase(shape.relations, written);
  const relation: Relation<Related> | undefined = name === undefined ? undefined : shape.relations[name];
  if (name === undefined || relation === undefined) throw unknownName(shape, written);
  const target = relation.shape();
  const again = options.levels > 1 ? [{ name, options: { ...options, levels: options.levels - 1 } }] : [];
  const keep: Test = options.filter === null ? () => true : compileFilter(options.filter, target, call);
  // `$levels=max` has no end in sight: each level is made when a row of it appears.
  const shallow = projector(target, options, call);
  const deep = new Map<Related, Projector>();
  const project = (row: Related): Wire => {
    if (again.length === 0 || relation.read(row, call).length === 0) return shallow(row);
    const known = deep.get(row) ?? projector(target, { select: options.select, expand: [...options.expand, ...again] }, call);
    deep.set(row, known);
    return known(row);
  };
  const limit = options.top ?? (target.type === 'user' || target.type === 'group' ? DIRECTORY_EXPAND_LIMIT : Infinity);
  return (row, wire) => {
    if (relation.visible !== undefined && !relation.visible(row, call)) return;
    const rows = relation.read(row, call).filter(keep).slice(0, limit);
    if (relation.many) wire[name] = rows.map(project);
    else wire[name] = rows[0] === undefined ? null : project(rows[0]);
  };
}

function mayBeMasked(type: string, name: string): boolean {
  const member = memberInAnyCase(type, name);
  return member !== undefined && !member.type.name.startsWith('Edm.');
}

function masked(type: string, name: string, value: unknown): unknown {
  const enumeration = memberInAnyCase(type, name)?.type.name ?? '';
  return typeof value === 'string' && isBeyondUnknown(enumeration, value) ? 'unknownFutureValue' : value;
}

function unknownName(shape: AnyShape, name: string): Error {
  return badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${shape.type}'.`,
  );
}
