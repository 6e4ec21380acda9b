import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LONGEST_LINKED, type RequestLink } from '@/lib/request-link';
import type { LinkedReason } from './linked-reason';

/** Below the label of the justification: whose words stand in the field, where a link brought some. */
export function LinkedReasonHint({ linked, link }: { linked: LinkedReason | null; link: RequestLink }) {
  const t = useTranslations('links');
  if (linked !== 'prefilled' && linked !== 'kept') return null;
  return (
    <span className="linked">
      <Link2 className="i s" aria-hidden="true" />
      <span>
        {linked === 'prefilled' ? t('prefilled') : t.rich('kept', { words: () => <bdi>{link.justification}</bdi> })}{' '}
        {link.isCut && t('cut', { most: LONGEST_LINKED })}
      </span>
    </span>
  );
}

/** Where the policy asks for no justification, the link's words have no place. */
export function LinkedWordsLeftOut({ linked }: { linked: LinkedReason | null }) {
  const t = useTranslations('links');
  if (linked !== 'notAsked') return null;
  return (
    <p className="note mb-6">
      <Link2 className="i" aria-hidden="true" />
      <span>{t('notAsked')}</span>
    </p>
  );
}

/** The link names a way that is not among those open to me: said, and none is taken instead. */
export function LinkedWayGone({ count }: { count: number }) {
  const t = useTranslations('links');
  return (
    <p className="note ask mb-6" role="status">
      <Link2 className="i" aria-hidden="true" />
      <span>{t('wayGone', { count })}</span>
    </p>
  );
}
