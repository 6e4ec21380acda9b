import type { Call } from '../call.ts';
import { enumMember, enumNamed, memberInAnyCase } from '../schema/schema.ts';
import type { Expression, Operand } from './filter.ts';
import { invalidFilter } from './tokens.ts';
import { inAnyCase } from './shape.ts';
import type { AnyShape, Property, Related, Relation } from './shape.ts';

type Value = string | number | boolean | null;
type Reader = (row: Related) => Value;
/** How values of an operand compare. `name` is the enum's or primitive's type name. */
interface Typed {
  read: Reader;
  kind: 'string' | 'loose' | 'enum' | 'date' | 'number' | 'boolean' | 'duration' | 'null';
  name: string;
}

export type Test = (row: Related) => boolean;

export interface CompileOptions {
  /** Strings compare without case, as in the directory. */
  ignoreCase?: boolean;
}

/** Turns an expression into a test over rows of a shape. Unknown paths and ill-typed comparisons are 400 `InvalidFilter`. */
export function compileFilter(expression: Expression, shape: AnyShape, call: Call, options: CompileOptions = {}): Test {
  const operand = (each: Operand): Typed => compileOperand(each, shape, call, options);
  switch (expression.kind) {
    case 'and': {
      const left = compileFilter(expression.left, shape, call, options);
      const right = compileFilter(expression.right, shape, call, options);
      return (row) => left(row) && right(row);
    }
    case 'or': {
      const left = compileFilter(expression.left, shape, call, options);
      const right = compileFilter(expression.right, shape, call, options);
      return (row) => left(row) || right(row);
    }
    case 'not': {
      const inner = compileFilter(expression.of, shape, call, options);
      return (row) => !inner(row);
    }
    case 'truth': {
      const of = operand(expression.of);
      if (of.kind !== 'boolean') throw invalidFilter('a boolean expression was expected.');
      return (row) => of.read(row) === true;
    }
    case 'match': {
      const left = operand(expression.left);
      const right = operand(expression.right);
      if (left.kind !== 'string' && left.kind !== 'loose') throw invalidFilter(`${expression.name}() needs a string property.`);
      if (right.kind !== 'string') throw invalidFilter(`${expression.name}() needs a string literal.`);
      return matcher(expression.name, left, right);
    }
    case 'in': {
      const left = operand(expression.left);
      const tests = expression.values.map((value) => equality(left, operand(value)));
      return (row) => tests.some((test) => test(row));
    }
    case 'compare': {
      const left = operand(expression.left);
      const right = operand(expression.right);
      if (expression.operator === 'eq') return equality(left, right);
      if (expression.operator === 'ne') {
        const equal = equality(left, right);
        return (row) => !equal(row);
      }
      return ordering(expression.operator, left, right);
    }
  }
}

function matcher(name: 'contains' | 'startswith' | 'endswith', left: Typed, right: Typed): Test {
  const fold = left.kind === 'loose' ? (text: string) => text.toLowerCase() : (text: string) => text;
  const method = name === 'contains' ? 'includes' : name === 'startswith' ? 'startsWith' : 'endsWith';
  return (row) => {
    const text = left.read(row);
    const part = right.read(row);
    return typeof text === 'string' && typeof part === 'string' && fold(text)[method](fold(part));
  };
}

function equality(left: Typed, right: Typed): Test {
  const [a, b] = align(left, right);
  if (a.kind === 'loose' || b.kind === 'loose') {
    return (row) => {
      const x = a.read(row);
      const y = b.read(row);
      return x === y || (typeof x === 'string' && typeof y === 'string' && x.toLowerCase() === y.toLowerCase());
    };
  }
  return (row) => a.read(row) === b.read(row);
}

function ordering(operator: 'gt' | 'ge' | 'lt' | 'le', left: Typed, right: Typed): Test {
  const [a, b] = align(left, right);
  if (a.kind === 'enum' || a.kind === 'boolean' || b.kind === 'null') throw invalidFilter(`'${operator}' does not fit these operands.`);
  return (row) => {
    const x = a.read(row);
    const y = b.read(row);
    if (x === null || y === null || typeof x !== typeof y) return false;
    switch (operator) {
      case 'gt':
        return x > y;
      case 'ge':
        return x >= y;
      case 'lt':
        return x < y;
      case 'le':
        return x <= y;
    }
  };
}

/** Brings both sides to comparable values, or refuses as an OData type check does. */
function align(left: Typed, right: Typed): [Typed, Typed] {
  if (left.kind === 'null' || right.kind === 'null' || left.kind === right.kind) return [left, right];
  if (left.kind === 'enum' && right.kind === 'string') return [left, canonical(right, left.name)];
  if (right.kind === 'enum' && left.kind === 'string') return [canonical(left, right.name), right];
  const texts: readonly string[] = ['string', 'loose'];
  if (texts.includes(left.kind) && texts.includes(right.kind)) return [left, right];
  throw invalidFilter(`a binary operator with incompatible types was detected: ${left.name} and ${right.name}.`);
}

function canonical(side: Typed, enumeration: string): Typed {
  const text = side.read({});
  const member = typeof text === 'string' ? enumMember(enumeration, text) : undefined;
  if (member === undefined) throw invalidFilter(`'${String(text)}' is not a member of ${enumeration}.`);
  return { kind: 'enum', name: enumeration, read: () => member };
}

function compileOperand(operand: Operand, shape: AnyShape, call: Call, options: CompileOptions): Typed {
  switch (operand.kind) {
    case 'literal': {
      const { type, value } = operand;
      if (type === 'date') {
        const instant = Date.parse(String(value));
        if (Number.isNaN(instant)) throw invalidFilter(`'${String(value)}' is not a date.`);
        return { kind: 'date', name: 'Edm.DateTimeOffset', read: () => instant };
      }
      return { kind: type === 'guid' ? 'number' : type, name: type === 'guid' ? 'Edm.Guid' : `Edm.${type}`, read: () => value };
    }
    case 'call': {
      const of = compileOperand(operand.of, shape, call, options);
      if (of.kind !== 'string' && of.kind !== 'loose') throw invalidFilter(`${operand.name}() needs a string.`);
      const change = operand.name === 'tolower' ? 'toLowerCase' : operand.name === 'toupper' ? 'toUpperCase' : 'trim';
      return {
        ...of,
        read: (row) => {
          const text = of.read(row);
          return typeof text === 'string' ? text[change]() : text;
        },
      };
    }
    case 'path':
      return compilePath(operand.path, shape, call, options);
  }
}

/** A path over single-valued relations and complex values, in any case (contract §1.6). */
export function compilePath(path: string[], shape: AnyShape, call: Call, options: CompileOptions): Typed {
  const [head = '', ...rest] = path;
  const relationName = inAnyCase(shape.relations, head);
  const relation: Relation<Related> | undefined = relationName === undefined ? undefined : shape.relations[relationName];
  if (relation !== undefined) {
    if (relation.many || rest.length === 0) throw invalidFilter(`'${path.join('/')}' cannot be filtered on.`);
    const inner = compilePath(rest, relation.shape(), call, options);
    return {
      ...inner,
      read: (row) => {
        const related = relation.read(row, call)[0];
        return related === undefined ? null : inner.read(related);
      },
    };
  }
  const name = inAnyCase(shape.properties, head);
  const property = name === undefined ? undefined : shape.properties[name];
  if (name === undefined || property === undefined)
    throw invalidFilter(`could not find a property named '${head}' on type '${shape.type}'.`);
  const member = memberInAnyCase(shape.type, name);
  if (member?.type.collection === true) throw invalidFilter(`'${path.join('/')}' is a collection.`);
  return leaf(property, member?.type.name ?? 'Edm.String', name, rest, call, options);
}

function leaf(property: Property<Related>, type: string, name: string, rest: string[], call: Call, options: CompileOptions): Typed {
  if (rest.length === 0 && property.instant !== undefined) return { kind: 'date', name: type, read: property.instant };
  let final = type;
  const names: string[] = [];
  for (const part of rest) {
    const member = memberInAnyCase(final, part);
    if (member === undefined || member.type.collection)
      throw invalidFilter(`could not find a property named '${part}' on type '${final}'.`);
    names.push(member.name);
    final = member.type.name;
  }
  const read = (row: Related): unknown => names.reduce<unknown>(member, property(row, call));
  const primitive = (row: Related): Value => asValue(read(row));
  if (enumNamed(final) !== undefined) return { kind: 'enum', name: final, read: primitive };
  switch (final) {
    case 'Edm.DateTimeOffset':
      return {
        kind: 'date',
        name: final,
        read: (row) => {
          const text = primitive(row);
          return typeof text === 'string' ? Date.parse(text) : null;
        },
      };
    case 'Edm.Boolean':
      return { kind: 'boolean', name: final, read: primitive };
    case 'Edm.Int32':
      return { kind: 'number', name: final, read: primitive };
    case 'Edm.Duration':
      return { kind: 'duration', name: final, read: primitive };
    case 'Edm.String':
      // Ids are GUIDs; `status` is an open set whose casing varies (contract §1.3, §6.1).
      return {
        kind: options.ignoreCase === true || /id$|^status$/i.test(names.at(-1) ?? name) ? 'loose' : 'string',
        name: final,
        read: primitive,
      };
    default:
      throw invalidFilter(`'${final}' cannot be compared.`);
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
}

function asValue(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
