'use client';

import { useRef, useState } from 'react';
import { useDraft } from '@/components/form/use-draft';
import { useResume } from '@/components/shell/use-resume';
import type { DraftContent } from '@/lib/drafts/drafts';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';

type Problem = 'justification' | 'tooLong';

const NAME = 'decide together';
/** The words are no react-hook-form: typing touches the draft directly. */
const NO_FORM = { subscribe: () => () => undefined };

/** One justification for all, or one each by request id; kept like any form's. */
export function useWords(draft: { key: string; content: DraftContent | null }, onTyped: () => void) {
  const [shared, setShared] = useState(draft.content?.justification ?? '');
  const [each, setEach] = useState<Readonly<Record<string, string>>>(() => eachOf(draft.content));
  const [isEach, setIsEach] = useState(() => Object.keys(eachOf(draft.content)).length > 0);
  const [problems, setProblems] = useState<Readonly<Record<string, Problem>>>({});
  const latest = useRef({ shared, each, isEach });
  const content = () => toContent(latest.current.shared, latest.current.isEach ? latest.current.each : {});
  const restore = (kept: DraftContent) => {
    latest.current = { ...latest.current, shared: kept.justification, each: eachOf(kept) };
    setShared(kept.justification);
    setEach(eachOf(kept));
  };
  const { touch, takeOverText } = useDraft({ draftKey: draft.key, name: NAME, form: NO_FORM, content, restore });
  useResume(NAME, ({ text }) => takeOverText(text));
  const change = (next: Partial<typeof latest.current>) => {
    latest.current = { ...latest.current, ...next };
    setShared(latest.current.shared);
    setEach(latest.current.each);
    setIsEach(latest.current.isEach);
    setProblems({});
    onTyped();
    touch();
  };
  const of = (id: string) => (isEach ? (each[id] ?? '') : shared);
  /** True when every one of these has words; else says where they are missing. */
  const check = (ids: readonly string[]): boolean => {
    const found = ids.flatMap((id) => {
      const words = of(id);
      const wrong: Problem | null = words.trim() === '' ? 'justification' : words.length > LONGEST_JUSTIFICATION ? 'tooLong' : null;
      return wrong ? [[isEach ? id : SHARED, wrong] as const] : [];
    });
    setProblems(Object.fromEntries(found));
    const [first] = found;
    if (first) document.getElementById(fieldOf(first[0]))?.focus();
    return first === undefined;
  };
  return {
    shared,
    isEach,
    problems,
    of,
    check,
    setShared: (words: string) => change({ shared: words }),
    setOne: (id: string, words: string) => change({ each: { ...latest.current.each, [id]: words } }),
    setIsEach: (on: boolean) => change({ isEach: on }),
    /** They were sent. */
    empty: () => change({ shared: '', each: {} }),
  };
}

/** Where the shared words' problem stands. */
export const SHARED = 'shared';
export const fieldOf = (id: string) => `words-${id}`;

function eachOf(content: DraftContent | null): Record<string, string> {
  return Object.fromEntries(Object.entries(content?.answers ?? {}).map(([id, [words = '']]) => [id, words]));
}

function toContent(justification: string, each: Readonly<Record<string, string>>): DraftContent {
  const answers = Object.fromEntries(Object.entries(each).map(([id, words]) => [id, [words]]));
  return { policyId: null, answers, justification, period: null, timeZone: null };
}
