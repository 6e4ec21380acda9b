import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MyAccessLink } from '@/components/status/my-access-link';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import type { Words } from './phrases';

/** Words of a story as text, with their links: `<link>` to Microsoft's portal, `<access>` to My access. */
export function useSay(myAccess: string | null): (words: Words) => ReactNode {
  const t = useTranslations('requests');
  return ({ key, values }) =>
    t.rich(key, {
      ...values,
      link: (chunks) => <MyAccessLink href={myAccess}>{chunks}</MyAccessLink>,
      access: (chunks) => <Link href={paths.assignments}>{chunks}</Link>,
    });
}
