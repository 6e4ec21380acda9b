import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MyAccessLink } from '@/components/status/my-access-link';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { theirStory } from './others/theirs';
import type { Words } from './phrases';

/** Words of a story as text, with their links: `<link>` to Microsoft's portal, `<access>` to My access. `theirs`: whom it is about, where that is not the reader. */
export function useSay(myAccess: string | null, theirs: string | null = null): (words: Words) => ReactNode {
  const t = useTranslations('requests');
  const others = useTranslations('asked-for-others.story');
  return ({ key, values }) => {
    const other = theirs === null ? null : theirStory(key);
    if (other) return others(other, { ...values, name: theirs ?? '' });
    return t.rich(key, {
      ...values,
      link: (chunks) => <MyAccessLink href={myAccess}>{chunks}</MyAccessLink>,
      access: (chunks) => <Link href={paths.assignments}>{chunks}</Link>,
    });
  };
}
