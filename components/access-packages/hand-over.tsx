import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The policy asks something in a form we do not know: My Access can, and the link leads to the same package there. */
export function HandOver({ myAccess }: { myAccess: string | null }) {
  const t = useTranslations('access-packages.handOver');
  return (
    <div className="note ask mt-6">
      <ExternalLink className="i" aria-hidden="true" />
      <span>
        <b>{t('title')}</b> {t('text')} {myAccess ? <a href={myAccess}>{t('open')}</a> : t('plain')}
      </span>
    </div>
  );
}
