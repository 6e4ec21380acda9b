import { Stamp } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { requireViewer } from '@/lib/auth/guard';

/** Beside the queue while no request is open. */
export async function NoRequestScreen() {
  await requireViewer();
  const t = await getTranslations('approvals');
  return (
    <section className="decide nothing-open" aria-label={t('one')}>
      <p className="mut row">
        <Stamp className="i" aria-hidden="true" />
        {t('chooseOne')}
      </p>
    </section>
  );
}
