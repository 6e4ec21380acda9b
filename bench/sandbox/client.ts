import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

export interface Sent {
  method: string;
  /** From the origin on. */
  path: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  ms: number;
  text: string;
}

/** One HTTP call over a kept connection, timed from sending to the last byte. */
export function send(origin: string, { method, path, token, body, headers }: Sent): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const outgoing = request(
      origin + path,
      {
        agent,
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, ms: performance.now() - began, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** The parsed JSON of a call that must succeed. */
export async function read<T>(origin: string, sent: Sent): Promise<T> {
  const answer = await send(origin, sent);
  if (answer.status >= 300) throw new Error(`${sent.method} ${sent.path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return (answer.text === '' ? null : JSON.parse(answer.text)) as T;
}

/** The value below which this part (0 to 1) of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
