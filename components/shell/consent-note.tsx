'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { requestConsent } from './challenge';

/** Names a Graph scope that is missing where it was needed, and lets whoever may grant it do so. Comes back to this page; open forms are saved first. */
export function ConsentNote({ scope }: { scope: string }) {
  const t = useTranslations('errors.consentRequired');
  return (
    <div className="note ask" role="alert">
      <p className="grow">
        <b>{t('title')}.</b> {t('text', { scope })}
      </p>
      <Button size="small" onClick={() => void requestConsent(scope)}>
        {t('grant')}
      </Button>
    </div>
  );
}
