/** How long things take in the write path, in ms. Tests go faster. */
export interface Pace {
  /** Look-ups after a lost answer, counted from it. */
  lookUps: readonly number[];
  /** A row is `sending` at most this long; afterwards its process is gone. */
  deadline: number;
  /** How long a second press waits for the first one's outcome. */
  patience: number;
}

// A write takes at most 30 s, twice after a 401, and some for the token.
export const PACE: Pace = { lookUps: [2_000, 10_000, 30_000], deadline: 65_000, patience: 3_000 };
