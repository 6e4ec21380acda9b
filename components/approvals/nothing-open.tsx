import { Stamp } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Beside the queue while no request is open. */
export function NothingOpen() {
  const t = useTranslations('approvals');
  return (
    <section className="decide nothing-open" aria-label={t('one')}>
      <p className="mut row">
        <Stamp className="i" aria-hidden="true" />
        {t('chooseOne')}
      </p>
    </section>
  );
}
