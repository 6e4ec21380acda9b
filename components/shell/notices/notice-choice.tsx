'use client';

import { Bell, BellOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { useViewer } from '../viewer-context';
import { keep, kept, onKept } from './kept';

type Standing = 'unknown' | 'unsupported' | 'blocked' | 'off' | 'on';

/** Whether notices tell of requests that move: chosen by the person, asked of the browser only on the press. */
export function NoticeChoice() {
  const t = useTranslations('notices');
  const { oid } = useViewer();
  const standing = useSyncExternalStore<Standing>(
    onKept,
    () => standingOf(oid),
    () => 'unknown',
  );
  const [shownNone, setShownNone] = useState(false);
  if (standing === 'unknown') return null;

  const turnOn = async () => {
    if ((await Notification.requestPermission()) !== 'granted') return window.dispatchEvent(new Event('storage'));
    const [{ show }, { watch }] = await Promise.all([import('./heed'), import('./watch')]);
    const works = show(t('first.title'), t('first.body'));
    setShownNone(!works);
    if (works && keep(oid, { watched: {}, own: [], lookedAt: 0 })) watch(oid);
  };
  return (
    <div className="row wrap notices">
      {standing === 'off' && !shownNone && (
        <Button size="small" icon={<Bell className="i s" aria-hidden="true" />} onClick={() => void turnOn()}>
          {t('turnOn')}
        </Button>
      )}
      {standing === 'on' && (
        <Button size="small" icon={<BellOff className="i s" aria-hidden="true" />} onClick={() => keep(oid, null)}>
          {t('turnOff')}
        </Button>
      )}
      <p className="xs mut" role="status">
        {shownNone ? t('text.unsupported') : t(`text.${standing}`)}
      </p>
    </div>
  );
}

function standingOf(oid: string): Standing {
  if (!('Notification' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return kept(oid) && Notification.permission === 'granted' ? 'on' : 'off';
}
