/** `undecided`: the engine refuses the pattern, or reads it more narrowly than the service might: the service decides. */
export type PatternVerdict = 'matched' | 'notMatched' | 'undecided';
export type PatternMatcher = (pattern: string, text: string) => PatternVerdict;

const LONGEST_TEXT = 4_000;
const LONGEST_PATTERN = 2_000;
const MOST_COMPILED = 100;

let loading: Promise<PatternMatcher> | undefined;

/**
 * The whole-string matcher for a policy's patterns (contract §4.3). Linear in time: patterns come from outside and may explode a
 * backtracking engine. Loaded when a question has a pattern; works in browser and server. A failed load is tried again.
 */
export function loadPatternMatcher(): Promise<PatternMatcher> {
  loading ??= import('re2js').then(
    ({ RE2JS }) => matcherOf((pattern) => RE2JS.compile(pattern)),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

interface Compiled {
  matches(text: string): boolean;
}

function matcherOf(compile: (pattern: string) => Compiled): PatternMatcher {
  const compiled = new Map<string, Compiled | null>();
  const compiledOnce = (pattern: string): Compiled | null => {
    const known = compiled.get(pattern);
    if (known !== undefined) return known;
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    const made = attempt(() => compile(pattern));
    compiled.set(pattern, made);
    return made;
  };
  return (pattern, text) => {
    if (pattern.length > LONGEST_PATTERN || text.length > LONGEST_TEXT) return 'undecided';
    const found = compiledOnce(pattern);
    const matches = found && attempt(() => found.matches(text));
    if (matches === null) return 'undecided';
    return matches ? 'matched' : readsNarrowly(pattern, text) ? 'undecided' : 'notMatched';
  };
}

// \w, \d, \s and \b know ASCII only here; the service's engine may count letters of all scripts.
function readsNarrowly(pattern: string, text: string): boolean {
  return /\\[wdsb]/i.test(pattern) && /[^\x00-\x7f]/.test(text);
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
