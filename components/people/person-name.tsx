import { useTranslations } from 'next-intl';

/** A person's name, kept apart from the text around it whatever its script; the address where there is no name. */
export function PersonName({ name, address }: { name: string | null | undefined; address?: string | null }) {
  const t = useTranslations('common');
  return <bdi>{name?.trim() || address || t('none')}</bdi>;
}
