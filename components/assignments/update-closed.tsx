import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/paths';
import type { Updating } from './read-update';

/** Why there is nothing to change here, and what to do instead. */
export function UpdateClosed({ found }: { found: Exclude<Updating, { kind: 'form' }> }) {
  const t = useTranslations('assignments.closed');
  if (found.kind === 'missing') {
    return (
      <EmptyState level={1} title={t('missing.title')} action={<ToMyAccess />}>
        {t('missing.text')}
      </EmptyState>
    );
  }
  const { reason, name, packageId, openRequestId } = found;
  const action =
    reason === 'onItsWay' && openRequestId ? (
      <ButtonLink variant="primary" href={paths.request(openRequestId)}>
        {t('onItsWay.action')}
      </ButtonLink>
    ) : reason === 'renew' && packageId ? (
      <ButtonLink variant="primary" href={paths.accessPackage(packageId)}>
        {t('renew.action')}
      </ButtonLink>
    ) : (
      <ToMyAccess />
    );
  return (
    <EmptyState level={1} title={t.rich(`${reason}.title`, { name: () => <bdi>{name ?? t('thisAccess')}</bdi> })} action={action}>
      {t(`${reason}.text`)}
    </EmptyState>
  );
}

function ToMyAccess() {
  const t = useTranslations('assignments.closed');
  return (
    <ButtonLink variant="primary" href={paths.assignments}>
      {t('toMyAccess')}
    </ButtonLink>
  );
}
