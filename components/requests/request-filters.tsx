import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { filters, type Filter, type Sought } from './request-groups';
import { addressOf } from './sought';

interface RequestFiltersProps {
  sought: Sought;
  counts: Record<Filter, number>;
  onChoose: (filter: Filter) => void;
}

/** The list by what became of the requests: links, so that each is a place of its own. */
export function RequestFilters({ sought, counts, onChoose }: RequestFiltersProps) {
  const t = useTranslations('requests');
  const choose = (event: MouseEvent, chosen: Filter) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(chosen);
  };
  return (
    <nav className="tabs" aria-label={t('filtersLabel')}>
      {filters.map((name) => (
        <a
          key={name}
          href={addressOf({ ...sought, filter: name })}
          aria-current={name === sought.filter ? 'true' : undefined}
          onClick={(event) => choose(event, name)}
        >
          {name === 'notGiven' ? (
            <>
              <span className="only-wide">{t('filter.notGiven')}</span>
              <span className="only-narrow">{t('filterShort.notGiven')}</span>
            </>
          ) : (
            t(`filter.${name}`)
          )}{' '}
          <span className={name === sought.filter ? 'mut n' : 'n'}>{counts[name]}</span>
        </a>
      ))}
    </nav>
  );
}
