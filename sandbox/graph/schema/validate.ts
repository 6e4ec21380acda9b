import { Refusal } from '../../tenant/model.ts';
import { derives, enumMember, enumNamed, typeNamed } from './schema.ts';
import { shortName } from './read.ts';
import type { Member, TypeRef } from './types.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

export interface ValidateOptions {
  /** Booleans and integers may come as strings ("true", "1"), as the policy examples send them (contract §4.12). */
  scalarsAsStrings?: boolean;
  /** Members accepted beyond the schema, by type (contract §8.1, §8.2). */
  undeclared?: Record<string, Record<string, TypeRef>>;
}

/**
 * Holds a body against a CSDL type. Returns a copy with enum values in canonical case, scalars typed and annotations other than
 * `@odata.type` left out. Throws 400 `InvalidModel` at the first unknown property, wrong type or unknown enum value.
 */
export function validate(body: Json, type: string, options: ValidateOptions = {}): JsonObject {
  return structured(body, type, type, options);
}

/** A 400 `InvalidModel` with developer text. */
export function invalidModel(detail: string): Refusal {
  return new Refusal(400, 'InvalidModel', `The model is invalid. ${detail}`);
}

function structured(value: Json, declared: string, path: string, options: ValidateOptions): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidModel(`${path} must be an object.`);
  const name = actualType(value, declared, path);
  const type = typeNamed(name);
  if (type === undefined || type.abstract) throw invalidModel(`${path} needs an @odata.type derived from ${declared}.`);
  const extra = options.undeclared?.[name];
  const result: JsonObject = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === '@odata.type') result[key] = `#microsoft.graph.${name}`;
    if (key.includes('@')) continue;
    const member = type.members.get(key) ?? undeclared(extra, key);
    if (member !== undefined) result[key] = memberValue(each, member, `${path}/${key}`, options);
    else if (type.open) result[key] = each;
    else throw invalidModel(`The property '${key}' does not exist on type 'microsoft.graph.${name}'.`);
  }
  return result;
}

function undeclared(extra: Record<string, TypeRef> | undefined, key: string): Member | undefined {
  const type = extra !== undefined && Object.hasOwn(extra, key) ? extra[key] : undefined;
  return type === undefined ? undefined : { name: key, type, nullable: true, navigation: false };
}

function actualType(value: JsonObject, declared: string, path: string): string {
  const given = value['@odata.type'];
  if (given === undefined) return declared;
  const name = typeof given === 'string' ? shortName(given.replace(/^#/, '')) : '';
  if (typeNamed(name) === undefined || !derives(name, declared)) throw invalidModel(`${path}: '${String(given)}' is not a ${declared}.`);
  return name;
}

function memberValue(value: Json, member: Member, path: string, options: ValidateOptions): Json {
  if (value === null) {
    if (!member.nullable || member.type.collection) throw invalidModel(`${path} must not be null.`);
    return null;
  }
  if (!member.type.collection) return single(value, member.type.name, path, options);
  if (!Array.isArray(value)) throw invalidModel(`${path} must be a collection.`);
  return value.map((each, index) => single(each, member.type.name, `${path}[${index}]`, options));
}

function single(value: Json, type: string, path: string, options: ValidateOptions): Json {
  if (type.startsWith('Edm.')) return primitive(value, type, path, options);
  const enumeration = enumNamed(type);
  if (enumeration === undefined) return structured(value, type, path, options);
  if (typeof value !== 'string') throw invalidModel(`${path} must be one of ${type}.`);
  const parts = enumeration.flags ? value.split(',').map((part) => part.trim()) : [value];
  return parts
    .map((part) => {
      const member = enumMember(type, part);
      if (member === undefined || member === 'unknownFutureValue') throw invalidModel(`${path}: '${part}' is not a member of ${type}.`);
      return member;
    })
    .join(',');
}

const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?(?:Z|[+-][01]\d:[0-5]\d)$/i;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const DURATION = /^-?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

function primitive(value: Json, type: string, path: string, { scalarsAsStrings = false }: ValidateOptions): Json {
  switch (type) {
    case 'Edm.Boolean':
      if (typeof value === 'boolean') return value;
      if (scalarsAsStrings && typeof value === 'string' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
      break;
    case 'Edm.Int32':
      if (typeof value === 'number' && Number.isInteger(value)) return value;
      if (scalarsAsStrings && typeof value === 'string' && /^-?\d{1,10}$/.test(value)) return Number(value);
      break;
    case 'Edm.DateTimeOffset':
      if (typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))) return value;
      break;
    case 'Edm.Date':
      if (typeof value === 'string' && DATE.test(value)) return value;
      break;
    case 'Edm.Duration':
      if (typeof value === 'string' && DURATION.test(value)) return value;
      break;
    default:
      if (typeof value === 'string') return value;
  }
  throw invalidModel(`${path} is not of type ${type}.`);
}
