import { pino, type Logger } from 'pino';
import { config } from '@/lib/config';

const kept = globalThis as { latchkeyLog?: Logger };

/** The process's log: JSON lines on standard output. It carries ids, never answers, justifications, tokens or whole URLs. */
export function log(): Logger {
  kept.latchkeyLog ??= pino({
    level: config().logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => (error instanceof Error ? brief(error) : { type: typeof error }) },
  });
  return kept.latchkeyLog;
}

/** Type, message and stack; never the properties that libraries hang on their errors (requests, tokens, bodies). */
function brief(error: Error, depth = 0): object {
  const cause = error.cause instanceof Error && depth < 3 ? { cause: brief(error.cause, depth + 1) } : {};
  return { type: error.name, message: error.message, stack: error.stack, ...cause };
}
