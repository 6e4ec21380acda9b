'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useDraft } from '@/components/form/use-draft';
import { api } from '@/components/shell/api';
import { useAction } from '@/components/shell/use-action';
import { useResume } from '@/components/shell/use-resume';
import { usePoll } from '@/components/status/use-poll';
import { useToast } from '@/components/ui/toast';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { Decision } from '@/lib/entitlement/approvals';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { decide } from './actions';

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
  about: {
    accessPackageId: string | null;
    accessPackageName: string | null;
    targetId: string | null;
    targetName: string | null;
    assignmentId: string | null;
  };
  /** Graph's now, UTC ms. */
  now: number;
}

/** What came of the last press, until the next one. */
export type DecisionAnswer =
  { kind: 'error'; error: PortalError; decision: Decision } | { kind: 'sending' | 'unknown'; decision: Decision };

/** The words are no react-hook-form: typing touches the draft directly. */
const NO_FORM = { subscribe: () => () => undefined };

/** One stage: its words, their draft, and the one way to send either decision. */
export function useDecision(stage: OpenStage, isOpen: boolean, { approvalId, signature, about }: DecisionSetup) {
  const t = useTranslations('approvals.decide');
  const router = useRouter();
  const toast = useToast();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(stage.text);
  const [problem, setProblem] = useState<'justification' | 'tooLong' | null>(null);
  const [answer, setAnswer] = useState<DecisionAnswer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState<Decision | null>(null);
  const [sending, setSending] = useState<Decision | null>(null);
  const busy = useRef(false);
  const pressed = useRef<Decision | null>(null);
  const name = `decide ${stage.stageId}`;

  const words = () => area.current?.value ?? text;
  const restore = (kept: DraftContent) => {
    if (area.current) area.current.value = kept.justification;
    setText(kept.justification);
    const [before] = kept.answers[PRESSED] ?? [];
    if (before === 'Approve' || before === 'Deny') pressed.current = before;
  };
  const saving = useDraft({ draftKey: stage.draftKey, name, form: NO_FORM, content: () => toContent(words(), pressed.current), restore });
  const { touch } = saving;
  // What was typed before the page came alive is in the field already.
  const adoptTyped = useEffectEvent(() => {
    if (words() !== stage.text) touch();
  });
  useEffect(() => adoptTyped(), []);
  const write = () => {
    setText(words());
    setProblem(null);
    touch();
  };

  const { run } = useAction(decide, { resume: name });
  const send = async (decision: Decision, sendAgain: boolean) => {
    const { requestId, stageId, draftKey: key } = stage;
    const result = await run({ key, requestId, stageId, decision, justification: words(), ...about, sendAgain });
    if (result.ok && result.value.state === 'sent') {
      saving.settle();
      setDone(result.value.decision);
      toast.show({ text: t(toastOf(result.value.decision, decision)) });
      router.refresh();
      return;
    }
    setAttempt((count) => count + 1);
    if (result.ok) setAnswer({ kind: result.value.state === 'unknown' ? 'unknown' : 'sending', decision });
    else if (result.error.kind === 'invalid') setProblem('justification');
    else setAnswer({ kind: 'error', error: result.error, decision });
    // How it stands now says more than the refusal: who was first, or that it is gone.
    if (result.ok || ['conflict', 'notFound', 'refused', 'unknownOutcome'].includes(result.error.kind)) router.refresh();
  };
  const press = async (decision: Decision, sendAgain = false) => {
    if (busy.current || !isOpen) return;
    const wrong = words().trim() === '' ? 'justification' : words().length > LONGEST_JUSTIFICATION ? 'tooLong' : null;
    setProblem(wrong);
    if (wrong) return area.current?.focus();
    busy.current = true;
    setText(words());
    pressed.current = decision;
    setSending(decision);
    setAnswer(null);
    try {
      await send(decision, sendAgain);
    } finally {
      busy.current = false;
      setSending(null);
    }
  };
  useResume(name, ({ text: kept, send: goesOn }) => {
    saving.takeOverText(kept);
    if (goesOn && pressed.current) void press(pressed.current);
  });

  usePoll(
    async (signal) => {
      const found = await api<{ signature: string }>(paths.api.approval(approvalId), { signal });
      if (!signal.aborted && found.ok && found.value.signature !== signature && !busy.current) router.refresh();
    },
    isOpen,
    signature,
  );
  return { area, text, write, problem, answer, attempt, sending, done, press };
}

/** Where a kept draft says which button was pressed. */
const PRESSED = 'pressed';

function toContent(justification: string, pressed: Decision | null): DraftContent {
  return { policyId: null, answers: pressed ? { [PRESSED]: [pressed] } : {}, justification, period: null, timeZone: null };
}

function toastOf(sent: Decision, meant: Decision): string {
  if (sent !== meant) return sent === 'Approve' ? 'approvedBefore' : 'deniedBefore';
  return sent === 'Approve' ? 'approved' : 'denied';
}
