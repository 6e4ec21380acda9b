import { useTranslations } from 'next-intl';
import { useViewer } from '@/components/shell/viewer-context';
import { isSame, type ForWhom } from './pairs';

/** A person's name on this page: the reader is "You". */
export function usePersonName(): (person: Pick<ForWhom, 'objectId' | 'displayName'>) => string {
  const t = useTranslations('for-others');
  const { oid } = useViewer();
  return ({ objectId, displayName }) => (isSame(objectId, oid) ? t('you') : displayName);
}
