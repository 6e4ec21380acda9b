import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { classes } from '@/components/ui/classes';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { ApprovalRow } from './approval-row';

/** One request that waits: who asks, for whom, for what, since how many days. The whole row opens it. */
export function ApprovalItem({ row, now, isCurrent }: { row: ApprovalRow; now: number; isCurrent: boolean }) {
  const t = useTranslations('approvals');
  const formats = useFormats();
  const name = row.requestor ?? t('somebody');
  return (
    <li className={classes('q', 'plain', isCurrent && 'on')} data-id={row.id}>
      <Avatar name={row.requestor ?? ''} guest={row.isGuest} />
      <div>
        <p className="b">
          <Link href={paths.approval(row.id)} aria-current={isCurrent ? 'true' : undefined} prefetch={false}>
            <bdi>{name}</bdi>
          </Link>
        </p>
        <p className="mut xs">
          <bdi>{row.accessPackage?.name ?? t('unknownPackage')}</bdi>
          {row.target !== null && t.rich('rowFor', { name: () => <bdi>{row.target}</bdi> })}
          {row.isGuest && t('rowGuest')}
        </p>
      </div>
      <p className="due mut">
        {row.createdDateTime !== null && (
          <time dateTime={row.createdDateTime} title={formats.instant(row.createdDateTime)}>
            {t('age', { days: Math.max(0, -formats.daysUntil(row.createdDateTime, now)) })}
          </time>
        )}
      </p>
    </li>
  );
}
