import type { Call, Reply } from './call.ts';
import { badRequest } from './odata/options.ts';
import { quoted } from './odata/tokens.ts';
import { canonicalId } from './refusals.ts';

export interface Route {
  method: string;
  /** Below `/v1.0`; `{name}` is a placeholder, `fn(a,b)` a function with quoted parameters. */
  path: string;
  /** Any one of these delegated scopes is enough (contract §2.2). */
  scopes: readonly string[];
  /** Answers 404 in the national clouds (contract §1.1). */
  globalOnly?: boolean;
  run: (call: Call) => Reply | Promise<Reply>;
}

export type Match =
  { found: 'route'; route: Route; params: Record<string, string> } | { found: 'method'; allowed: string[] } | { found: 'nothing' };

interface Segment {
  name: string;
  /** Parameters of a function in parentheses; null when there are none. */
  args: Record<string, string> | null;
}

interface Pattern {
  route: Route;
  parts: { literal: string | null; placeholder: string; parameters: string[] | null }[];
}

/** A router over a fixed table. Segments match in any case, as Graph's do; ids stay as they are. */
export function router(routes: readonly Route[]): (method: string, rawPath: string) => Match {
  const patterns = new Map<number, Pattern[]>();
  const functions = new Set<string>();
  for (const route of routes) {
    const pattern = compile(route);
    for (const { literal, parameters } of pattern.parts) if (literal !== null && parameters !== null) functions.add(literal);
    patterns.set(pattern.parts.length, [...(patterns.get(pattern.parts.length) ?? []), pattern]);
  }
  return (method, rawPath) => {
    const segments = cut(rawPath);
    const allowed: string[] = [];
    // The literal route wins over the one with a placeholder: filterByCurrentUser is no id.
    let best: { route: Route; params: Record<string, string>; literals: number } | null = null;
    for (const pattern of patterns.get(segments.length) ?? []) {
      const params = match(pattern, segments);
      if (params === null) continue;
      const literals = pattern.parts.filter((part) => part.literal !== null).length;
      if (best !== null && literals < best.literals) continue;
      if (pattern.route.method !== method) {
        if (best === null || literals > best.literals) allowed.push(pattern.route.method);
        continue;
      }
      best = { route: pattern.route, params, literals };
    }
    if (best !== null) return { found: 'route', route: best.route, params: best.params };
    if (segments.some(({ name, args }) => args !== null && functions.has(name.toLowerCase()))) {
      throw badRequest('No overload of the function takes these parameters.');
    }
    return allowed.length > 0 ? { found: 'method', allowed: [...new Set(allowed)] } : { found: 'nothing' };
  };
}

function compile(route: Route): Pattern {
  const parts = route.path
    .split('/')
    .slice(1)
    .map((part) => {
      const placeholder = /^\{(\w+)\}$/.exec(part)?.[1];
      if (placeholder !== undefined) return { literal: null, placeholder, parameters: null };
      const call = /^(\w+)\((.*)\)$/.exec(part);
      if (call === null) return { literal: part.toLowerCase(), placeholder: '', parameters: null };
      return {
        literal: (call[1] ?? '').toLowerCase(),
        placeholder: '',
        parameters: (call[2] ?? '').split(',').filter((each) => each !== ''),
      };
    });
  return { route, parts };
}

function match(pattern: Pattern, segments: Segment[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.parts.entries()) {
    const segment = segments[index];
    if (segment === undefined) return null;
    if (part.literal === null) {
      if (segment.args !== null) return null;
      params[part.placeholder] = canonicalId(segment.name);
      continue;
    }
    if (segment.name.toLowerCase() !== part.literal) return null;
    if (part.parameters === null ? segment.args !== null : !takeArguments(part.parameters, segment.args, params)) return null;
  }
  return params;
}

function takeArguments(names: string[], args: Record<string, string> | null, params: Record<string, string>): boolean {
  if (args === null || Object.keys(args).length !== names.length) return false;
  for (const name of names) {
    const value = args[name.toLowerCase()];
    if (value === undefined) return false;
    params[name] = value;
  }
  return true;
}

/** Cuts an encoded path into segments; `users('x')` becomes two of them. Slashes inside quotes do not cut. */
function cut(rawPath: string): Segment[] {
  let path: string;
  try {
    path = rawPath.split('/').map(decodeURIComponent).join('\u0000');
  } catch {
    throw badRequest('The path is not well-formed.');
  }
  const segments: Segment[] = [];
  for (const part of path.split('\u0000').slice(1)) {
    if (part === '') continue;
    const call = /^([\w.$]+)\((.*)\)$/.exec(part);
    if (call === null) {
      segments.push({ name: part, args: null });
      continue;
    }
    const name = (call[1] ?? '').replace(/^microsoft\.graph\./, '');
    const inside = call[2] ?? '';
    if (/^'(?:[^']|'')+'$/.test(inside)) segments.push({ name, args: null }, { name: quoted(inside, 0).value, args: null });
    else segments.push({ name, args: readArguments(inside) });
  }
  return segments;
}

/** Function parameters are quoted strings; anything else is refused, as a missing quote is by Graph (contract §4.2.1). */
function readArguments(text: string): Record<string, string> {
  const args: Record<string, string> = {};
  let at = 0;
  while (at < text.length) {
    const name = /^\s*,?\s*(\w+)\s*=\s*(?=')/.exec(text.slice(at));
    if (name === null) throw badRequest(`The function parameters '${text}' are not well-formed; string values need single quotes.`);
    const { value, end } = quoted(text, at + name[0].length);
    args[(name[1] ?? '').toLowerCase()] = value;
    at = end;
  }
  return args;
}
