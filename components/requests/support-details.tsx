import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { RequestRow } from './request-row';

/** What support asks for: the request's id to copy, and Graph's own words. */
export function SupportDetails({ row }: { row: RequestRow }) {
  const t = useTranslations('requests.details');
  const raw = [row.rawState, row.rawStatus].filter(Boolean).join(' / ');
  return (
    <details className="support">
      <summary className="sm">{t('title')}</summary>
      <dl className="facts one">
        <dt>{t('requestId')}</dt>
        <dd>
          <bdi className="code" dir="ltr">
            {row.id}
          </bdi>{' '}
          <CopyButton text={row.id} size="small">
            {t('copyId')}
          </CopyButton>
        </dd>
        <dt>{t('state')}</dt>
        <dd>
          <bdi className="code" dir="ltr">
            {raw}
          </bdi>
        </dd>
        <dt>{t('type')}</dt>
        <dd>
          <bdi className="code" dir="ltr">
            {row.requestType}
          </bdi>
        </dd>
      </dl>
    </details>
  );
}
