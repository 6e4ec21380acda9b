'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import { useViewer } from '@/components/shell/viewer-context';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { dropNote, orphans, type Note } from './outbox/notes';
import { readNote, type States } from './outbox/note-reading';
import { useOutbox } from './outbox/outbox';

interface Found {
  id: string;
  /** Not sent, and still waiting to be sent. */
  missing: number;
  waiting: number;
  names: string[];
}

/** When is looked again: the page before may still be alive, the server still be sending, a lost answer still be looked up (30 s). */
const LOOKS_MS = [0, 7_000, 15_000, 25_000, 40_000, 60_000, 90_000];
/** Afterwards, as long as something may still turn out otherwise: the server waits for the service ten minutes at most. */
const EVERY_MS = 30_000;
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
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    let isGone = false;
    let later: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const all: Found[] = [];
      let isOpen = false;
      for (const note of orphans(oid)) {
        const states = await statesOf(note);
        if (isGone || states === null) return;
        const reading = readNote(note, states, (stage) => store.state().marks.get(stage)?.kind === 'looking');
        store.tell(reading.marks);
        if (reading.isNews) router.refresh();
        const { missing, waiting } = reading;
        if (missing.length + waiting.length > 0) all.push({ ...note, missing: missing.length, waiting: waiting.length });
        else if (!reading.isOpen) dropNote(oid, note.id);
        isOpen ||= reading.isOpen;
      }
      setFound(all);
      clearTimeout(later);
      if (isOpen) later = setTimeout(() => void look(), EVERY_MS);
    };
    const timers = LOOKS_MS.map((wait) => setTimeout(() => void look(), wait));
    const online = () => void look();
    window.addEventListener('online', online);
    return () => {
      isGone = true;
      for (const timer of [...timers, later]) clearTimeout(timer);
      window.removeEventListener('online', online);
    };
  }, [oid, store, router, unsettled]);
  const read = () => {
    for (const { id } of found) dropNote(oid, id);
    setFound([]);
  };
  const missing = found.reduce((sum, each) => sum + each.missing, 0);
  const waiting = found.reduce((sum, each) => sum + each.waiting, 0);
  if (missing + waiting === 0) return null;
  return (
    <div className="note ask unsent" role="status">
      <p className="grow">
        {missing > 0 && <b>{t('title', { count: missing })}</b>} {waiting > 0 && <b>{t('waiting', { count: waiting })}</b>}{' '}
        <bdi>{[...new Set(found.flatMap(({ names }) => names))].join(', ')}</bdi> {t(missing > 0 ? 'text' : 'waitingText')}
      </p>
      <Button size="small" onClick={read}>
        {t('read')}
      </Button>
    </div>
  );
}

async function statesOf({ stages }: Note): Promise<States | null> {
  const states: Record<string, States[string]> = {};
  for (let from = 0; from < stages.length; from += MOST_ASKED) {
    const answer = await api<{ states: States }>(paths.api.decisionsOf(stages.slice(from, from + MOST_ASKED)));
    if (!answer.ok) return null;
    Object.assign(states, answer.value.states);
  }
  return states;
}
