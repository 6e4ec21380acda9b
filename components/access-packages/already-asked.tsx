import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/paths';

/** A request for this package is on its way: a second wish lands on the first. */
export function AlreadyAsked({ requestId }: { requestId: string | null }) {
  const t = useTranslations('request-form.alreadyAsked');
  return (
    <EmptyState
      icon={<Send className="i l" aria-hidden="true" />}
      title={t('title')}
      action={
        <ButtonLink variant="primary" href={requestId ? paths.request(requestId) : paths.requests}>
          {t('follow')}
        </ButtonLink>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
