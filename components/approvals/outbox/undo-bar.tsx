'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSingleKeys } from '@/components/shell/search-keys';
import { Button } from '@/components/ui/button';
import type { OutboxStore } from './store';
import type { OutboxState, Wave } from './wave';

interface Props {
  state: OutboxState;
  store: OutboxStore;
  undo: (id?: string) => void;
}

/** What was decided and is not sent yet, with its undo. Nothing is sent while somebody points at it or stands in it. */
export function UndoBar({ state, store, undo }: Props) {
  const t = useTranslations('approvals.undo');
  const waiting = state.waves.filter(({ phase }) => phase === 'waiting');
  const latest = waiting.at(-1);
  const box = useRef<HTMLElement>(null);
  // The bar may come up under a pointer that rests where it pressed: only one that moves in it holds it.
  const hasMoved = useRef(false);
  const look = useEffectEvent(() => store.hold(box.current !== null && isThere(box.current, hasMoved.current)));
  // Also when a line went away and took the focus with it.
  useEffect(() => {
    const soon = () => requestAnimationFrame(() => look());
    const moved = (event: PointerEvent) => {
      if (hasMoved.current || (event.movementX === 0 && event.movementY === 0)) return;
      hasMoved.current = true;
      soon();
    };
    const left = () => {
      hasMoved.current = false;
      soon();
    };
    soon();
    // Nothing is drawn in a hidden tab, and nobody stands in it.
    const hidden = () => look();
    const here = box.current;
    document.addEventListener('visibilitychange', hidden);
    here?.addEventListener('pointermove', moved);
    here?.addEventListener('pointerleave', left);
    for (const event of COMINGS) here?.addEventListener(event, soon);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      here?.removeEventListener('pointermove', moved);
      here?.removeEventListener('pointerleave', left);
      for (const event of COMINGS) here?.removeEventListener(event, soon);
    };
  }, [waiting.length]);
  if (!latest) return null;
  return (
    <section className="undo" aria-label={t('region')} ref={box}>
      {waiting.map((wave) => (
        <Line key={wave.id} wave={wave} isHeld={state.isHeld} isLatest={wave === latest} store={store} undo={undo} />
      ))}
    </section>
  );
}

const COMINGS = ['focusin', 'focusout'];

/** A finger leaves no pointer behind; a hidden tab keeps its focus although its person is elsewhere. */
function isThere(box: HTMLElement, hasMoved: boolean): boolean {
  if (document.hidden) return false;
  return box.matches(':focus-within') || (hasMoved && box.matches(':hover') && window.matchMedia('(hover: hover)').matches);
}

function Line({ wave, isHeld, isLatest, store, undo }: { wave: Wave; isHeld: boolean; isLatest: boolean } & Omit<Props, 'state'>) {
  const t = useTranslations('approvals.undo');
  const seconds = useSeconds(wave.endsAt, isHeld);
  const singleKeys = useSingleKeys();
  const Icon = wave.decision === 'Approve' ? Check : X;
  const about = { decision: wave.decision, count: wave.items.length };
  return (
    <div className="toast">
      <Icon className="i s" aria-hidden="true" />
      <span>
        {wave.isMany ? t('linesMany', about) : t.rich('line', { ...about, name: () => <bdi>{wave.names[0]}</bdi> })}{' '}
        <span className="m n" role="timer">
          {isHeld ? t('held') : t('sendsIn', { seconds })}
        </span>
      </span>
      <Button onClick={() => undo(wave.id)} aria-keyshortcuts={isLatest && singleKeys ? 'z' : undefined}>
        {t('undo')}
        {isLatest && singleKeys && <kbd aria-hidden="true">Z</kbd>}
      </Button>
      <Button onClick={() => store.sendNow(wave.id)}>{t('now')}</Button>
    </div>
  );
}

/** Whole seconds until then, on the page's own clock. */
function useSeconds(endsAt: number, isHeld: boolean): number {
  const [left, setLeft] = useState(() => endsAt - performance.now());
  useEffect(() => {
    if (isHeld) return;
    const look = () => setLeft(endsAt - performance.now());
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [endsAt, isHeld]);
  return Math.max(0, Math.ceil(left / 1000));
}
