'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useDraft } from '@/components/form/use-draft';
import { adoptTray, tellTray } from '@/components/form/tray-memory';
import { useGraphNow } from '@/components/form/use-graph-now';
import { api } from '@/components/shell/api';
import { useResume } from '@/components/shell/use-resume';
import { useViewer } from '@/components/shell/viewer-context';
import type { DraftContent } from '@/lib/drafts/drafts';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { flatFaults } from './flat-faults';
import { isSame, scopeOf, type ForWhom } from './pairs';
import { planQuestions } from './question-plan';
import { isLooked, keepSent, keptSent, overIds, rowId, withRow, type SentRow } from './sent-rows';
import { chosenWays, type TogetherPackage } from './together-package';
import { inPageOrder, togetherResolver, type TogetherFaults } from './together-rules';
import { startTogether, toTogetherContent, type TogetherValues } from './together-values';
import { useSending } from './use-sending';

export interface TogetherSetup {
  packages: TogetherPackage[];
  draftKey: string;
  start: TogetherValues;
  /** The page is about one package and others, and leaves the tray alone. */
  isAlone: boolean;
  /** False: what I hold and asked for could not be read. */
  mineReadable: boolean;
  /** Requests for others that this page has sent already, or perhaps sent. */
  sent: readonly SentRow[];
  timeZone: string;
  /** Graph's now when the page was made, UTC ms. */
  now: number;
}

const NAME = 'together';

/** The page that asks for several packages, for several people: values, rules, draft, and what came of each request. */
export function useTogether({ packages, draftKey, start, isAlone, sent: sentBefore, timeZone, now }: TogetherSetup) {
  const router = useRouter();
  const { oid } = useViewer();
  const graphNow = useGraphNow(now);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const here = packages.filter(({ id }) => !out.has(id));
  const [rows, setRows] = useState<readonly SentRow[]>(sentBefore);
  const scope = (people: readonly ForWhom[]) => scopeOf(here, people, oid, overIds(rows));
  const resolver = togetherResolver(scope, () => ({ now: new Date(graphNow()), timeZone }));
  const form = useForm<TogetherValues>({ defaultValues: start, resolver, mode: 'onTouched', shouldFocusError: false });
  const content = useCallback(() => toTogetherContent(form.getValues(), timeZone), [form, timeZone]);
  const restore = (kept: DraftContent) => form.reset(startTogether(packages, kept, {}, start.people));
  const saving = useDraft({ draftKey, name: NAME, form, content, restore });
  const page = isAlone ? draftKey : null;
  const { deliver, deliverAll, progress, pending } = useSending({ form, timeZone, page, name: NAME, rows, setRows });

  const people = useWatch({ control: form.control, name: 'people' });
  const open = scope(people);
  const isForMe = people.some(({ objectId }) => isSame(objectId, oid));
  const left = here.filter(({ closed, mine }) => closed !== null || (mine !== null && isForMe));

  const [faults, setFaults] = useState<TogetherFaults>({});
  const [stopped, setStopped] = useState<PortalError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const busy = useRef(false);
  const [sending, setSending] = useState(false);

  const recall = useEffectEvent(() => {
    if (!isAlone)
      adoptTray(
        oid,
        packages.map(({ id, name }) => ({ id, name })),
      );
    const kept = keptSent(draftKey);
    // After the page has drawn: the server knows nothing of this tab.
    if (kept.length > 0) queueMicrotask(() => setRows((before) => kept.reduce<readonly SentRow[]>(withRow, before)));
  });
  useEffect(() => recall(), []);
  useEffect(() => keepSent(draftKey, rows), [draftKey, rows]);

  const sendAll = async (values: TogetherValues) => {
    setFaults({});
    setStopped(null);
    setSending(true);
    const came = await deliverAll(scope(values.people), values);
    setStopped(came.stopped);
    setSending(false);
    setAttempt((count) => count + 1);
    if (!came.isChanged) return;
    // What a policy asks has changed meanwhile: what still fits stays, the rest is asked anew.
    await saving.save();
    router.refresh();
  };
  const send = async () => {
    if (busy.current || open.packages.length === 0) return;
    busy.current = true;
    try {
      const check = form.handleSubmit(sendAll, (errors) => {
        const plan = planQuestions(chosenWays(open.packages, form.getValues('policies')));
        setFaults(inPageOrder(flatFaults(errors), open.packages, plan, people));
        setAttempt((count) => count + 1);
      });
      await check();
    } finally {
      busy.current = false;
    }
  };
  const sendAgain = (row: SentRow) => {
    const of = packages.find(({ id }) => id === row.packageId);
    const person = people.find(({ objectId }) => isSame(objectId, row.person.objectId));
    const values = form.getValues();
    if (of && person) void deliver({ of, person }, chosenWays(packages, values.policies), values, isLastOf(of.id), true);
  };
  const isLastOf = (packageId: string) => !open.pairs.some(({ of }) => of.id === packageId);
  const takeOut = (id: string) => {
    setOut((before) => new Set([...before, id]));
    void tellTray(oid, { leave: [id] });
  };
  /** Gives up a request that was not taken. */
  const leave = (row: SentRow) => {
    setRows((before) => withRow(before, { ...row, isLeft: true }));
    const others = open.pairs.filter(({ of, person }) => of.id === row.packageId && rowId({ packageId: of.id, person }) !== rowId(row));
    if (others.length > 0 || isLooked(rows, row.packageId)) return;
    void (isAlone ? api(paths.api.draft(draftKey), { method: 'DELETE' }) : tellTray(oid, { leave: [row.packageId] }));
  };

  // Once all that could be asked for is sent, nothing is chosen any more.
  const isOver =
    open.pairs.length === 0 &&
    rows.some(({ sent }) => sent.kind === 'sent') &&
    rows.every(({ sent, isLeft }) => sent.kind === 'sent' || isLeft);
  const finish = useEffectEvent(() => {
    saving.settle();
    void (isAlone ? api(paths.api.draft(draftKey), { method: 'DELETE' }) : tellTray(oid, { leave: packages.map(({ id }) => id) }));
  });
  useEffect(() => {
    if (isOver) finish();
  }, [isOver]);

  useResume(NAME, ({ text, send: goesOn }) => {
    saving.takeOverText(text);
    if (goesOn) void send();
  });
  return {
    form,
    people,
    open,
    left,
    rows,
    faults,
    stopped,
    attempt,
    progress,
    sending: sending || pending,
    isOver,
    send,
    sendAgain,
    takeOut,
    leave,
    saving,
  };
}
