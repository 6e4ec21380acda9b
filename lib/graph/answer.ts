/** An HTTP answer as it came, body read to the end. */
export interface Answer {
  status: number;
  headers: Headers;
  body: { kind: 'json'; value: unknown } | { kind: 'empty' } | { kind: 'unreadable' };
}

/** There was no whole answer. */
export class NoAnswer extends Error {
  readonly reason: 'reset' | 'timeout' | 'aborted';
  constructor(reason: 'reset' | 'timeout' | 'aborted', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Reads a body once: JSON, nothing, or something that is not JSON (half an answer, a proxy's HTML page). */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

function parsed(text: string): Answer['body'] {
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Value of a property, its name compared without case (contract §1.4); undefined where there is none. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const lower = name.toLowerCase();
  for (const [key, found] of Object.entries(value)) if (key.toLowerCase() === lower) return found;
  return undefined;
}

/** Graph's request-id: of the header, else of innerError. */
export function requestIdOf(answer: Answer): string | undefined {
  const header = answer.headers.get('request-id');
  if (header) return header;
  const inner = answer.body.kind === 'json' ? member(member(answer.body.value, 'error'), 'innerError') : undefined;
  const id = member(inner, 'request-id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The most specific error code: that of the deepest innerError that has one (contract §1.4); '' where there is none. */
export function errorCode(answer: Answer): string {
  if (answer.body.kind !== 'json') return '';
  let level = member(answer.body.value, 'error');
  let code = '';
  for (let depth = 0; depth < 5 && level !== undefined; depth++) {
    const here = member(level, 'code');
    if (typeof here === 'string' && here !== '') code = here;
    level = member(level, 'innerError');
  }
  return code;
}

/** Seconds of Retry-After (a number or a date, contract §1.9) as milliseconds from `now`; null where it is missing or meaningless. */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
