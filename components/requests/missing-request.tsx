import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/paths';

/** No such request of mine: one page for a wrong link, somebody else's request and one that Microsoft no longer keeps. */
export function MissingRequest() {
  const t = useTranslations('requests.missing');
  return (
    <EmptyState
      level={1}
      title={t('title')}
      action={
        <ButtonLink variant="primary" href={paths.requests}>
          {t('action')}
        </ButtonLink>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
