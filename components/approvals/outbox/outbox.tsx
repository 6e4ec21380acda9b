'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api } from '@/components/shell/api';
import { beginInteraction } from '@/components/shell/identity/interaction';
import { useLeaveGuard } from '@/components/shell/leave-guard';
import { useResume } from '@/components/shell/use-resume';
import { useViewer } from '@/components/shell/viewer-context';
import { Live } from '@/components/ui/live';
import { useToast } from '@/components/ui/toast';
import type { DraftContent } from '@/lib/drafts/drafts';
import { isolated } from '@/lib/i18n/isolated';
import { paths } from '@/lib/paths';
import { dropNote, keepNote } from './notes';
import type { Came, Mark, Outgoing } from './outgoing';
import type { Interrupted } from './send-all';
import { OutboxStore } from './store';
import { undoSeconds } from './wait';
import type { OutboxState, Wave } from './wave';

interface Outbox {
  state: OutboxState;
  store: OutboxStore;
  /** One press: waits with its undo, then is sent. */
  decide: (items: readonly Outgoing[], names: readonly string[], isMany?: boolean, draftKey?: string) => void;
  /** Takes back a press that is not sent yet, the latest by default. */
  undo: (id?: string) => void;
}

const Context = createContext<Outbox | null>(null);
const NAME = 'approvals outbox';
const EMPTY: DraftContent = { policyId: null, answers: {}, justification: '', period: null, timeZone: null };
const UndoBar = dynamic(() => import('./undo-bar').then((panel) => panel.UndoBar), { ssr: false });

/** Around everything under Approvals: holds decisions until they are sent, whichever page of it is open. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('approvals');
  const { oid } = useViewer();
  const [store] = useState(() => new OutboxStore());
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  const [said, setSaid] = useState('');
  const settled = useSettled();
  useEffect(() => {
    store.attach({
      post: (body, keepalive) => api<Came>(paths.api.decisions, { method: 'POST', body, keepalive }),
      keepNote: (note, isAlive) => keepNote(oid, note, isAlive),
      dropNote: (id) => dropNote(oid, id),
      settled,
      usedUp: (key) => void api(paths.api.draft(key), { method: 'PUT', body: EMPTY, keepalive: true }),
      interrupted: ({ error }: Interrupted) =>
        void beginInteraction(error.kind === 'stepUp' ? { kind: 'stepUp', claims: error.claims } : { kind: 'signIn' }, NAME),
    });
  });
  useLeaving(store);
  useResume(NAME, ({ text, send }) => {
    for (const { items, names, isMany, draftKey } of parsed(text)) {
      store.decide(items, names, isMany, send ? 0 : undoSeconds() * 1000, draftKey);
    }
  });

  const decide = useCallback<Outbox['decide']>(
    (items, names, isMany = false, draftKey) => {
      const seconds = undoSeconds();
      store.decide(items, names, isMany, seconds * 1000, draftKey);
      const about = { decision: items[0]?.decision ?? '', name: isolated(names[0] ?? ''), count: items.length, seconds };
      setSaid(t(isMany ? 'undo.saidMany' : 'undo.said', about));
    },
    [store, t],
  );
  const undo = useCallback(
    (id?: string) => {
      if (store.undo(id)) setSaid(t('undo.undone'));
    },
    [store, t],
  );
  const value = useMemo(() => ({ state, store, decide, undo }), [state, store, decide, undo]);
  return (
    <Context value={value}>
      {children}
      <Live>{said}</Live>
      {state.waves.length > 0 && (
        <>
          <LeaveGuard store={store} />
          <UndoBar state={state} store={store} undo={undo} />
        </>
      )}
    </Context>
  );
}

/** The decisions on their way. */
export function useOutbox(): Outbox {
  const outbox = use(Context);
  if (!outbox) throw new Error('useOutbox needs OutboxProvider');
  return outbox;
}

/** Says what came of a press, and reads the page anew. What the open page shows itself is not said twice. */
function useSettled() {
  const t = useTranslations('approvals');
  const router = useRouter();
  const toast = useToast();
  return (wave: Wave, marks: ReadonlyMap<string, Mark>) => {
    const [first] = wave.items;
    const all = [...marks.values()];
    const sent = all.filter(({ kind }) => kind === 'sent').length;
    const isOpen = window.location.pathname === (wave.isMany ? paths.approvalsReview : paths.approval(first?.requestId ?? ''));
    const taken = all[0]?.kind === 'sent' ? all[0].decision : null;
    if (wave.isMany) {
      const tone = sent < all.length ? { tone: 'stop' as const } : {};
      if (!isOpen) toast.show({ text: t('together.sentOf', { sent, count: all.length }), ...tone });
    } else if (taken !== null) {
      const key = taken === 'Approve' ? 'approved' : 'denied';
      toast.show({ text: t(`decide.${taken === wave.decision ? key : `${key}Before`}`) });
    } else if (!isOpen) {
      const key = all[0]?.kind === 'error' ? 'undo.notSent' : 'undo.notKnown';
      toast.show({ text: t(key, { name: isolated(wave.names[0] ?? '') }), tone: 'stop' });
    }
    // Where nobody answered the page would not load either.
    if (all.some((mark) => !isUnanswered(mark))) router.refresh();
  };
}

function isUnanswered(mark: Mark): boolean {
  return mark.kind === 'looking' || (mark.kind === 'error' && mark.error.kind === 'unavailable');
}

/** Leaving sends: the browser's leaving with a call that outlives the page, the portal's own at once. */
function useLeaving(store: OutboxStore): void {
  useEffect(() => {
    store.arrive();
    const leave = () => store.leave();
    const comeBack = (event: PageTransitionEvent) => event.persisted && store.comeBack();
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      store.depart();
      // The page may still be closed while the last of it is on its way.
      store.whenEmpty(() => {
        window.removeEventListener('pagehide', leave);
        window.removeEventListener('pageshow', comeBack);
      });
    };
  }, [store]);
}

/** While something is not sent: a sign-in saves it first and brings it back. */
function LeaveGuard({ store }: { store: OutboxStore }) {
  useLeaveGuard(() => store.park(), { name: NAME, snapshot: () => JSON.stringify(store.unsent()) });
  return null;
}

function parsed(text: string | null): ReturnType<OutboxStore['unsent']> {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? (kept as ReturnType<OutboxStore['unsent']>) : [];
  } catch {
    return [];
  }
}
