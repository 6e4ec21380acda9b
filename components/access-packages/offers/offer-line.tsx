'use client';

import { History } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { shownValues } from '@/components/questions/shown-values';
import type { Taken } from '@/lib/drafts/drafts';
import type { Question } from '@/lib/entitlement/questions';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import { useFormats } from '@/lib/i18n/use-formats';
import type { Offer } from './offers';
import { isSame, valuesOf, type Mark } from './use-taken';

interface Props {
  /** Question id or `justification`. */
  name: string;
  question?: Question;
  control: Control<RequestFormValues>;
  offers: readonly Offer[];
  mark: Mark | undefined;
  now: number;
  onUse: (name: string, offer: Offer) => void;
}

/** Under a field: where its words come from, or what I answered before, to use on a press. */
export function OfferLine({ name, question, control, offers, mark, now, onUse }: Props) {
  const values = valuesOf(useWatch({ control }) as RequestFormValues, name);
  const say = useOrigin(now);
  if (mark && isSame(mark.values, values)) {
    return (
      <p className="offer sm mut">
        <History className="i s" aria-hidden="true" />
        <span>{say(mark.from)}</span>
      </p>
    );
  }
  return offers
    .filter((offer) => !isSame(offer.values, values))
    .map((offer) => (
      <OfferButton key={offer.values.join()} question={question} offer={offer} origin={say(offer.from)} onUse={() => onUse(name, offer)} />
    ));
}

function OfferButton({
  question,
  offer,
  origin,
  onUse,
}: {
  question: Question | undefined;
  offer: Offer;
  origin: React.ReactNode;
  onUse: () => void;
}) {
  const t = useTranslations('drafts.offers');
  const locale = useLocale();
  const id = useId();
  const shown = shownValues({ values: offer.values, displayValues: [] }, question, locale).join(', ');
  return (
    <p className="offer sm mut">
      <button type="button" className="btn small quiet" aria-describedby={id} onClick={onUse}>
        <History className="i s" aria-hidden="true" />
        <span className="cut-line">{t.rich('use', { answer: () => <bdi>{shown}</bdi> })}</span>
      </button>
      <span id={id}>{origin}</span>
    </p>
  );
}

/** "From your request of 3 March". */
function useOrigin(now: number): (from: Taken) => React.ReactNode {
  const t = useTranslations('drafts.offers');
  const formats = useFormats();
  return ({ kind, at, from }) =>
    t.rich(kind, {
      hasPackage: String(from !== ''),
      hasDay: String(at !== null),
      day: at === null ? '' : formats.day(at, now),
      package: () => <bdi>{from}</bdi>,
    });
}
