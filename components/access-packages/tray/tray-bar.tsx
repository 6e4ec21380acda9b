'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, type ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { trayTold } from '@/components/form/tray-memory';
import type { Tray } from './use-tray';

/** What has been chosen, and for whom, above everything, with the way to ask for it together. */
export function TrayBar({ tray: { chosen, clear }, forWhom }: { tray: Tray; forWhom: ReactNode }) {
  const t = useTranslations('access-packages.tray');
  const router = useRouter();
  const leaving = useRef(false);
  const names = chosen.map(({ name }) => name).filter(Boolean);
  return (
    <section className="tray" aria-label={t('label')}>
      <p className="grow">
        <b className="b">{t('chosen', { count: chosen.length })}</b> {forWhom && <span className="m">{forWhom}</span>}{' '}
        <bdi className="m only-wide">{names.join(t('comma'))}</bdi>
      </p>
      <button type="button" className={chosen.length > 0 ? 'link only-wide' : 'link'} onClick={clear}>
        {t('clear')}
      </button>
      {chosen.length > 0 && (
        <Link
          className="btn small"
          href={paths.together}
          onClick={(event) => {
            // What was chosen last may still be on its way to the server.
            event.preventDefault();
            if (leaving.current) return;
            leaving.current = true;
            void trayTold().then(() => router.push(paths.together));
          }}
        >
          {t('send')}
        </Link>
      )}
    </section>
  );
}
