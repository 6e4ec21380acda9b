'use client';

import { CalendarX2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { paths } from '@/lib/paths';

/** A calendar file that was asked for and not made. */
export interface CalendarRefusal {
  /** Nothing to write down; too many asked at once; or a part could not be read. */
  reason: 'nothing' | 'busy' | 'unread';
  /** The access it was about; null: all ends. */
  assignmentId: string | null;
}

/** Says that no file was made and why, once, with the way to ask again. */
export function CalendarNote({ refusal: { reason, assignmentId } }: { refusal: CalendarRefusal }) {
  const t = useTranslations('calendar.refused');
  const [isAskedAgain, setAskedAgain] = useState(false);
  if (isAskedAgain) return null;
  return (
    <section className="fault" role="alert">
      <CalendarX2 className="i l" aria-hidden="true" />
      <h2 className="h2">{t('title')}</h2>
      <p className="mut sm">{t(reason)}</p>
      {reason !== 'nothing' && (
        <p className="row wrap">
          <a className="btn" href={paths.api.calendar(assignmentId ?? undefined)} onClick={() => setAskedAgain(true)}>
            {t('again')}
          </a>
        </p>
      )}
    </section>
  );
}
