'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { keepAsking } from '@/components/form/keep-asking';
import { useDraft } from '@/components/form/use-draft';
import { useGraphNow } from '@/components/form/use-graph-now';
import { useAction } from '@/components/shell/use-action';
import { useResume } from '@/components/shell/use-resume';
import { useViewer } from '@/components/shell/viewer-context';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { PortalError, Result } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { sendTogetherAction } from './actions';
import { planQuestions } from './question-plan';
import { keepSent, keptSent, withRow, type Sent, type SentRow } from './sent-rows';
import { chosenWays, type ChosenWay, type TogetherPackage } from './together-package';
import { inPageOrder, pageField, togetherResolver, type TogetherFaults } from './together-rules';
import { requestValues, startTogether, toTogetherContent, type TogetherValues } from './together-values';
import { adoptTray, tellTray } from '@/components/form/tray-memory';
import { flatFaults } from './flat-faults';

export interface TogetherSetup {
  packages: TogetherPackage[];
  draftKey: string;
  start: TogetherValues;
  /** False: what I hold and asked for could not be read. */
  mineReadable: boolean;
  timeZone: string;
  /** Graph's now when the page was made, UTC ms. */
  now: number;
}

const NAME = 'together';
/** After these nothing else would be taken either: whoever comes later stays, untried. */
const STOPS: readonly PortalError['kind'][] = ['throttled', 'unavailable', 'signedOut', 'otherViewer', 'consentRequired'];

/** The page that asks for several packages: values, rules, draft, and one request after another, each with its own result. */
export function useTogether({ packages, draftKey, start, timeZone, now }: TogetherSetup) {
  const router = useRouter();
  const { oid } = useViewer();
  const graphNow = useGraphNow(now);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [rows, setRows] = useState<SentRow[]>([]);
  const isDone = (id: string) => rows.some((row) => row.packageId === id && row.sent.kind !== 'error');
  const here = packages.filter(({ id }) => !out.has(id) && !isDone(id));
  const open = here.filter((each) => each.closed === null && each.mine === null);
  const left = here.filter((each) => each.closed !== null || each.mine !== null);

  const resolver = togetherResolver(
    () => open,
    () => ({ now: new Date(graphNow()), timeZone }),
  );
  const form = useForm<TogetherValues>({ defaultValues: start, resolver, mode: 'onTouched', shouldFocusError: false });
  const content = useCallback(() => toTogetherContent(form.getValues(), timeZone), [form, timeZone]);
  const restore = (kept: DraftContent) => form.reset(startTogether(packages, kept, {}));
  const saving = useDraft({ draftKey, name: NAME, form, content, restore });
  const { run, pending } = useAction(sendTogetherAction, { resume: NAME });

  const [faults, setFaults] = useState<TogetherFaults>({});
  const [stopped, setStopped] = useState<PortalError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const busy = useRef(false);
  const [sending, setSending] = useState(false);

  const tell = (of: TogetherPackage, sent: Sent) => setRows((before) => withRow(before, { packageId: of.id, name: of.name, sent }));
  const recall = useEffectEvent(() => {
    adoptTray(
      oid,
      packages.map(({ id, name }) => ({ id, name })),
    );
    const kept = keptSent(draftKey);
    // After the page has drawn: the server knows nothing of this tab.
    if (kept.length > 0) queueMicrotask(() => setRows((before) => kept.reduce(withRow, before)));
  });
  useEffect(() => recall(), []);
  useEffect(() => keepSent(draftKey, rows), [draftKey, rows]);

  const deliver = async (of: TogetherPackage, ways: readonly ChosenWay[], values: TogetherValues, sendAgain: boolean) => {
    const way = ways.find(({ packageId }) => packageId === of.id);
    if (!way) return null;
    const plan = planQuestions(ways);
    const input = { key: of.draftKey, accessPackageId: of.id, accessPackageName: of.name, policyId: way.policy.policyId, timeZone };
    const asked = { ...input, ...requestValues(way, plan, values) };
    const result: Result<SubmissionOutcome> = await run({ ...asked, sendAgain });
    tell(of, sentOf(result));
    if (result.ok && result.value.state === 'sending')
      void keepAsking(
        () => run(asked),
        (outcome) => tell(of, sentOf({ ok: true, value: outcome })),
      );
    if (result.ok) return null;
    if (result.error.kind === 'invalid')
      for (const [path, message] of Object.entries(result.error.fields)) {
        const name = pageField(path.split('.'), of.id, plan, values.separate);
        if (name !== null) form.setError(name as 'justification', { type: 'server', message });
      }
    return result.error;
  };

  const deliverAll = async (values: TogetherValues) => {
    setFaults({});
    setStopped(null);
    setSending(true);
    const ways = chosenWays(open, values.policies);
    let isChanged = false;
    for (const each of open) {
      const error = await deliver(each, ways, values, false);
      isChanged ||= error?.kind === 'invalid';
      if (error && STOPS.includes(error.kind)) {
        setStopped(error);
        break;
      }
    }
    setSending(false);
    setAttempt((count) => count + 1);
    if (!isChanged) return;
    // What a policy asks has changed meanwhile: what still fits stays, the rest is asked anew.
    await saving.save();
    router.refresh();
  };
  const send = async () => {
    if (busy.current || open.length === 0) return;
    busy.current = true;
    try {
      const check = form.handleSubmit(deliverAll, (errors) => {
        setFaults(inPageOrder(flatFaults(errors), open, planQuestions(chosenWays(open, form.getValues('policies')))));
        setAttempt((count) => count + 1);
      });
      await check();
    } finally {
      busy.current = false;
    }
  };
  const sendAgain = (packageId: string) => {
    const of = packages.find(({ id }) => id === packageId);
    if (of) void deliver(of, chosenWays(packages, form.getValues('policies')), form.getValues(), true);
  };
  const takeOut = (id: string) => {
    setOut((before) => new Set([...before, id]));
    void tellTray(oid, { leave: [id] });
  };

  // Once all that could be asked for is sent, nothing is chosen any more.
  const isOver = rows.length > 0 && open.length === 0 && rows.every(({ sent }) => sent.kind === 'sent');
  const finish = useEffectEvent(() => {
    saving.settle();
    void tellTray(oid, { leave: packages.map(({ id }) => id) });
  });
  useEffect(() => {
    if (isOver) finish();
  }, [isOver]);

  useResume(NAME, ({ text, send: goesOn }) => {
    saving.takeOverText(text);
    if (goesOn) void send();
  });
  return { form, open, left, rows, faults, stopped, attempt, sending: sending || pending, isOver, send, sendAgain, takeOut, saving };
}

function sentOf(result: Result<SubmissionOutcome>): Sent {
  if (!result.ok) return result.error.kind === 'unknownOutcome' ? { kind: 'unknown' } : { kind: 'error', error: result.error };
  const { state } = result.value;
  if (state === 'sent') return { kind: 'sent', requestId: result.value.requestId };
  return { kind: state === 'sending' ? 'looking' : 'unknown' };
}
