import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import type { KeptRequest } from './kept-requests';

/** A request that Microsoft no longer keeps: when it was asked, and nothing of what came of it. */
export function KeptListItem({ kept: { id, accessPackage, sentAt } }: { kept: KeptRequest }) {
  const t = useTranslations('requests');
  const formats = useFormats();
  const day = formats.shortDay(sentAt);
  return (
    <li className="item rq">
      <Cut packageId={accessPackage.id} tone="over" />
      <div className="grow">
        <p className="name">
          <Link href={paths.request(id)}>
            <bdi>{accessPackage.displayName}</bdi>
          </Link>
        </p>
        <p className="sub">{t('keptHere')}</p>
      </div>
      <p className="when n">
        <time dateTime={sentAt} title={formats.instant(sentAt)}>
          <span className="only-wide">{t('asked', { day })}</span>
          <span className="only-narrow">{day}</span>
        </time>
      </p>
    </li>
  );
}
