'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useDraft } from '@/components/form/use-draft';
import { api } from '@/components/shell/api';
import { useResume } from '@/components/shell/use-resume';
import { usePoll } from '@/components/status/use-poll';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { Decision } from '@/lib/entitlement/approvals';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { paths } from '@/lib/paths';
import { useOutbox } from './outbox/outbox';
import { subjectOf, type Mark, type Outgoing } from './outbox/outgoing';

/** The stage that is mine, with the words kept for it. */
export interface OpenStage {
  requestId: string;
  stageId: string;
  draftKey: string;
  text: string;
}

export interface DecisionSetup {
  approvalId: string;
  /** What the page shows; another one from the server draws it anew. */
  signature: string;
  /** For the record of what was decided here. */
  about: Omit<Outgoing, 'requestId' | 'stageId' | 'decision' | 'justification' | 'sendAgain'>;
  /** Whose request it is, for the bar. */
  requestor: string;
  /** Graph's now, UTC ms. */
  now: number;
}

type Problem = 'justification' | 'tooLong';

/** The words are no react-hook-form: typing touches the draft directly. */
const NO_FORM = { subscribe: () => () => undefined };

/** One stage: its words, their draft, and the one way to send either decision. */
export function useDecision(stage: OpenStage, isOpen: boolean, { approvalId, signature, about, requestor }: DecisionSetup) {
  const router = useRouter();
  const outbox = useOutbox();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(stage.text);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** A button was pressed before there were words: Enter goes on. */
  const [armed, setArmed] = useState<Decision | null>(null);
  const name = `decide ${stage.stageId}`;
  const mark = outbox.state.marks.get(subjectOf(stage)) ?? null;
  const isOnItsWay = mark?.kind === 'waiting' || mark?.kind === 'sending';
  const wave = outbox.state.waves.find(({ items }) => items.some((item) => subjectOf(item) === subjectOf(stage)));

  const words = () => area.current?.value ?? text;
  const restore = (kept: DraftContent) => {
    if (area.current) area.current.value = kept.justification;
    setText(kept.justification);
  };
  const saving = useDraft({ draftKey: stage.draftKey, name, form: NO_FORM, content: () => toContent(words()), restore });
  const { touch, settle } = saving;
  // What was typed before the page came alive is in the field already.
  const adoptTyped = useEffectEvent(() => {
    if (words() !== stage.text) touch();
  });
  useEffect(() => adoptTyped(), []);
  useResume(name, ({ text: kept }) => saving.takeOverText(kept));
  const write = () => {
    setText(words());
    setProblem(null);
    touch();
  };
  const reuse = (kept: string) => {
    if (area.current) area.current.value = kept;
    write();
    area.current?.focus();
  };

  const isSent = mark?.kind === 'sent';
  useEffect(() => {
    if (isSent) settle();
  }, [isSent, settle]);

  /** `quietly`: by a key, which may come before the words. */
  const press = (decision: Decision, { sendAgain = false, quietly = false } = {}) => {
    if (wave || !isOpen) return;
    const wrong = problemOf(words());
    setProblem(quietly && wrong === 'justification' ? null : wrong);
    setArmed(wrong ? decision : null);
    if (wrong) return area.current?.focus();
    setText(words());
    const { requestId, stageId } = stage;
    outbox.decide([{ requestId, stageId, decision, justification: words(), ...about, ...(sendAgain ? { sendAgain } : {}) }], [requestor]);
  };

  usePoll(
    async (signal) => {
      const found = await api<{ signature: string }>(paths.api.approval(approvalId), { signal });
      if (!signal.aborted && found.ok && found.value.signature !== signature && mark?.kind !== 'sending') router.refresh();
    },
    isOpen,
    signature,
  );
  return {
    area,
    text,
    write,
    reuse,
    problem,
    armed,
    mark,
    isOnItsWay,
    press,
    isLookedUp: wave !== undefined,
    lastWords: outbox.state.lastWords,
  };
}

/** What the form says of an end that is none: until the next press. */
export type Unsettled = Extract<Mark, { kind: 'looking' | 'unknown' | 'error' }>;

export function unsettled(mark: Mark | null): Unsettled | null {
  return mark && (mark.kind === 'looking' || mark.kind === 'unknown' || mark.kind === 'error') ? mark : null;
}

function problemOf(words: string): Problem | null {
  if (words.trim() === '') return 'justification';
  return words.length > LONGEST_JUSTIFICATION ? 'tooLong' : null;
}

function toContent(justification: string): DraftContent {
  return { policyId: null, answers: {}, justification, period: null, timeZone: null };
}
