'use client';

import { useTranslations } from 'next-intl';
import { facets, type Facet, type Order } from './browse-view';

interface Props {
  counts: Record<Facet, { count: number; whole: boolean }>;
  only: ReadonlySet<Facet>;
  onToggle: (facet: Facet) => void;
  order: Order;
  onOrder: (order: Order) => void;
  /** Best match is an order only while something is searched for. */
  searching: boolean;
  /** False: my state could not be read, so "not yet mine" is off, with its reason. */
  marksKnown: boolean;
  idPrefix: string;
}

/** What to show and in which order. */
export function FacetsPanel({ counts, only, onToggle, order, onOrder, searching, marksKnown, idPrefix }: Props) {
  const t = useTranslations('access-packages.facets');
  const orders: Order[] = searching ? ['match', 'name', 'mine', 'listed'] : ['listed', 'name', 'mine'];
  return (
    <>
      <fieldset>
        <legend className="h3">{t('show')}</legend>
        <ul>
          {facets.map((facet) => {
            const off = facet === 'notMine' && !marksKnown;
            return (
              <li key={facet}>
                <label className="row grow">
                  <input type="checkbox" className="check" checked={only.has(facet)} disabled={off} onChange={() => onToggle(facet)} />
                  <span>{t(facet)}</span>
                  <span className="n">
                    {off
                      ? t('unread')
                      : // Nothing read yet is no number.
                        (counts[facet].whole || counts[facet].count > 0) &&
                        t('count', { count: counts[facet].count, whole: String(counts[facet].whole) })}
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      </fieldset>
      <label className="h3 block mt-5 mb-2" htmlFor={`${idPrefix}-order`}>
        {t('order')}
      </label>
      <select id={`${idPrefix}-order`} className="in" value={order} onChange={(event) => onOrder(event.target.value as Order)}>
        {orders.map((each) => (
          <option key={each} value={each}>
            {t(`orders.${each}`)}
          </option>
        ))}
      </select>
    </>
  );
}
