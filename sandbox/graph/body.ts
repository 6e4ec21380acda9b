import { Refusal } from '../tenant/model.ts';
import type { Call } from './call.ts';
import { invalidModel } from './schema/validate.ts';
import type { Json, JsonObject } from './schema/validate.ts';

/** The call's JSON body, an object. Throws 415 for another media type and 400 `InvalidModel` for anything that does not bind. */
export function jsonBody(call: Call): JsonObject {
  const type = call.headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type)) {
    throw new Refusal(415, 'UnsupportedMediaType', `The media type '${type}' is not supported.`);
  }
  let parsed: Json;
  try {
    parsed = JSON.parse(call.bodyText) as Json;
  } catch {
    throw invalidModel('The body is not JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw invalidModel('The body must be an object.');
  return parsed;
}

/** A string member, or `fallback` when it is absent or null. */
export function text<Fallback>(body: JsonObject, name: string, fallback: Fallback): string | Fallback {
  const value = body[name];
  return typeof value === 'string' ? value : fallback;
}

/** A boolean member, or `fallback` when it is absent or null. */
export function flag(body: JsonObject, name: string, fallback: boolean): boolean {
  const value = body[name];
  return typeof value === 'boolean' ? value : fallback;
}

/** An object member, or null. */
export function object(body: JsonObject, name: string): JsonObject | null {
  const value = body[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** A string member that must be there and not blank. Throws 400 `InvalidModel`. */
export function requiredText(body: JsonObject, name: string): string {
  const value = text(body, name, null);
  if (value === null || value.trim() === '') throw invalidModel(`The property '${name}' is required.`);
  return value;
}
