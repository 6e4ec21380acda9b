import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MyAccessLink } from '@/components/status/my-access-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';

interface Props {
  list: {
    rows: readonly unknown[];
    complete: boolean;
    full: boolean;
    gap: PortalError | null;
    retry: () => void;
    look: { at: number; failed: boolean };
  };
  myAccess: string | null;
}

/** Whether the list is whole, as of when, and who decides while I am away. */
export function QueueFoot({ list, myAccess }: Props) {
  const t = useTranslations('approvals');
  const formats = useFormats();
  const time = formats.time(new Date(list.look.at).toISOString());
  const count = list.rows.length;
  const state = list.look.failed ? 'stale' : list.full ? 'full' : list.complete ? 'asOf' : 'soFar';
  return (
    <>
      {list.gap && !list.complete ? (
        <ErrorPanel error={list.gap} what={t('gap')} onRetry={list.retry} />
      ) : (
        <p className="xs faint row queue-note">
          <RotateCw className="i s" aria-hidden="true" />
          <span>{t(state, { time, count })}</span>
        </p>
      )}
      <p className="xs queue-note">
        <Link href={paths.approvalsDecided} prefetch={false}>
          {t('byMe.title')}
        </Link>
      </p>
      <p className="xs mut queue-note">{t.rich('away', { link: (chunks) => <MyAccessLink href={myAccess}>{chunks}</MyAccessLink> })}</p>
    </>
  );
}
