import { DoorClosed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What somebody without a role sees instead of the administration: why, and what to do next. */
export async function ClosedPanel({ level = 1 }: { level?: 1 | 2 }) {
  const t = await getTranslations('admin');
  return (
    <div className="page">
      <EmptyState
        level={level}
        icon={<DoorClosed className="i l" aria-hidden="true" />}
        title={t('closedTitle')}
        action={<ButtonLink href={paths.home}>{t('closedHome')}</ButtonLink>}
      >
        {t('closedText')} {t('closedNext')}
      </EmptyState>
    </div>
  );
}
