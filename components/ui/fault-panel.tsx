'use client';

import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from './button';

/** A fault of the portal itself: said plainly, with the number that finds it in the log. */
export function FaultPanel({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  const t = useTranslations('common.fault');
  return (
    <section className="fault" role="alert">
      <TriangleAlert className="i l" aria-hidden="true" />
      <h1>{t('title')}</h1>
      <p className="mut">{t('text')}</p>
      <p className="row wrap">
        <Button icon={<RefreshCw className="i s" aria-hidden="true" />} onClick={retry}>
          {t('reload')}
        </Button>
        {digest && <span className="xs faint code">{t('reference', { digest })}</span>}
      </p>
    </section>
  );
}
