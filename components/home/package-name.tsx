import { useTranslations } from 'next-intl';
import { Cut } from '@/components/status/cut';
import type { Tone } from '@/components/ui/tag';
import type { RowPackage } from './home-view';

/** A package's name, apart from the text around it; a plain noun where Graph did not tell the name. */
export function PackageName({ name }: { name: string | null }) {
  const t = useTranslations('home');
  return name ? <bdi>{name}</bdi> : t('unnamed');
}

/** The row's first column: the package's own cut, or its room. */
export function RowCut({ of, tone }: { of: RowPackage; tone?: Tone }) {
  return of.id ? <Cut packageId={of.id} tone={tone} /> : <span className="cut" aria-hidden="true" />;
}
