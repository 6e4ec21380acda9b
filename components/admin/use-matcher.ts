'use client';

import { useEffect, useState } from 'react';
import { loadPatternMatcher, type PatternMatcher } from '@/lib/entitlement/pattern-match';
import type { Question } from '@/lib/entitlement/questions';

/** The linear-time matcher, fetched only when a question has a pattern; undefined until it is there (patterns are then left to the service). */
export function useMatcher(questions: readonly Question[]): PatternMatcher | undefined {
  const needed = questions.some((question) => question.kind === 'text' && question.regexPattern);
  const [matcher, setMatcher] = useState<PatternMatcher | undefined>(undefined);
  useEffect(() => {
    if (!needed || matcher) return;
    loadPatternMatcher().then(
      (loaded) => setMatcher(() => loaded),
      () => undefined,
    );
  }, [needed, matcher]);
  return matcher;
}
