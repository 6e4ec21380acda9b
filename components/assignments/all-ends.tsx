import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

/** Every end as one calendar file: a link the browser follows, so that nothing has to be running. */
export function AllEnds() {
  const t = useTranslations('calendar');
  return (
    <p>
      <a className="btn small" href={paths.api.calendar()}>
        <CalendarPlus className="i s" aria-hidden="true" />
        {t('addAll')}
      </a>
    </p>
  );
}
