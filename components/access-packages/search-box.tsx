'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { paths } from '@/lib/paths';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** The person is about to type. */
  onFocus: () => void;
  /** "6 found", beside the words; null while nothing is typed. */
  found: string | null;
}

/** The search over the list. Without script it is a form that reloads the page with `?q=`. */
export function SearchBox({ query, onQuery, onFocus, found }: Props) {
  const t = useTranslations('access-packages.search');
  const id = useId();
  return (
    <form role="search" action={paths.accessPackages} onSubmit={(event) => event.preventDefault()}>
      <label className="vh" htmlFor={id}>
        {t('label')}
      </label>
      <div className="searchbar">
        <Search className="i" aria-hidden="true" />
        <input
          id={id}
          name="q"
          type="search"
          className="[&::-webkit-search-cancel-button]:hidden"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          data-search
          placeholder={t('placeholder')}
          value={query}
          onFocus={onFocus}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && query !== '' && onQuery('')}
        />
        {found !== null && (
          <>
            <span className="sm mut nowrap" aria-hidden="true">
              {found}
            </span>
            <button type="button" className="btn quiet icon small" aria-label={t('clear')} onClick={() => onQuery('')}>
              <X className="i s" aria-hidden="true" />
            </button>
          </>
        )}
      </div>
    </form>
  );
}
