'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import { useViewer } from '@/components/shell/viewer-context';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { dropNote, orphans, type Note } from './outbox/notes';
import { useOutbox } from './outbox/outbox';

type States = Record<string, 'sent' | 'sending' | 'unknown' | null>;

interface Unsent {
  id: string;
  count: number;
  names: string[];
}

/** When is looked again: the page before may still be alive, the server still be sending, a lost answer still be looked up (30 s). */
const LOOKS_MS = [0, 7_000, 15_000, 25_000, 40_000, 60_000, 90_000];
const MOST_ASKED = 20;

/**
 * Decisions of an earlier visit that were not sent: said once, until it is read or turns out otherwise. Those of this visit whose answer
 * did not come get their end here.
 */
export function UnsentNote() {
  const t = useTranslations('approvals.unsent');
  const { oid } = useViewer();
  const router = useRouter();
  const { store, state } = useOutbox();
  const { unsettled } = state;
  const [unsent, setUnsent] = useState<Unsent[]>([]);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const found: Unsent[] = [];
      for (const note of orphans(oid)) {
        const states = await statesOf(note);
        if (isGone || states === null) return;
        const notSent = note.stages.filter((stage) => states[stage] == null);
        // What this page itself has sent and waits to hear of.
        const isOfNow = (stage: string) => store.state().marks.get(stage)?.kind === 'looking';
        const missing = notSent.filter((stage) => !isOfNow(stage));
        store.tell(notSent.filter(isOfNow), { kind: 'error', decision: note.decision, error: { kind: 'unavailable' } });
        const looking = note.stages.filter((stage) => states[stage] === 'sending');
        store.tell(looking, { kind: 'looking', decision: note.decision });
        if (note.stages.some((stage) => states[stage] === 'sent' && isOfNow(stage))) router.refresh();
        for (const kind of ['unknown', 'sent'] as const) {
          store.tell(
            note.stages.filter((stage) => states[stage] === kind),
            { kind, decision: note.decision },
          );
        }
        if (missing.length > 0) found.push({ id: note.id, count: missing.length, names: note.names });
        else if (looking.length === 0) dropNote(oid, note.id);
      }
      setUnsent(found);
    };
    const timers = LOOKS_MS.map((wait) => setTimeout(() => void look(), wait));
    const online = () => void look();
    window.addEventListener('online', online);
    return () => {
      isGone = true;
      timers.forEach(clearTimeout);
      window.removeEventListener('online', online);
    };
  }, [oid, store, router, unsettled]);
  const read = () => {
    for (const { id } of unsent) dropNote(oid, id);
    setUnsent([]);
  };
  const count = unsent.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return null;
  return (
    <div className="note ask unsent" role="status">
      <p className="grow">
        <b>{t('title', { count })}</b> <bdi>{[...new Set(unsent.flatMap(({ names }) => names))].join(', ')}</bdi> {t('text')}
      </p>
      <Button size="small" onClick={read}>
        {t('read')}
      </Button>
    </div>
  );
}

async function statesOf({ stages }: Note): Promise<States | null> {
  const states: States = {};
  for (let from = 0; from < stages.length; from += MOST_ASKED) {
    const answer = await api<{ states: States }>(paths.api.decisionsOf(stages.slice(from, from + MOST_ASKED)));
    if (!answer.ok) return null;
    Object.assign(states, answer.value.states);
  }
  return states;
}
