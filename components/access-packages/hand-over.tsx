import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';

interface Props {
  /** The same package in My Access; null where there is no such page. */
  myAccess: string | null;
  /** What was typed here before, as text to take along; empty where nothing was. */
  typed?: string;
}

/** The policy asks something in a form we do not know: My Access can, and the link leads to the same package there. */
export function HandOver({ myAccess, typed = '' }: Props) {
  const t = useTranslations('access-packages.handOver');
  const whyNot = useTranslations('why-not');
  return (
    <div className="note ask mt-6" role="status">
      <ExternalLink className="i" aria-hidden="true" />
      <div className="grow">
        <p>
          <b>{t('title')}</b> {t('text')} {myAccess ? <a href={myAccess}>{t('open')}</a> : t('plain')}
        </p>
        {typed !== '' && (
          <>
            <p className="mt-3">{whyNot('kept')}</p>
            <p className="sm mut mt-1 whitespace-pre-line">
              <bdi>{typed}</bdi>
            </p>
            <p className="mt-2">
              <CopyButton text={typed} variant="plain" size="small">
                {whyNot('copyTyped')}
              </CopyButton>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
