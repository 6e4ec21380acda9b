'use client';

import { Check, CircleQuestionMark, Mail } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Holdings } from '@/lib/entitlement/administration';
import { listOf } from '@/lib/i18n/list';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import { Avatar } from '@/components/people/avatar';
import type { ChosenPerson } from '@/components/people/people-field';
import { api } from '@/components/shell/api';
import { StateTag } from '@/components/status/state-tag';
import { endingWords } from '@/components/status/ending-words';
import { Tag } from '@/components/ui/tag';
import { holdingWords } from './admin-view';
import type { ChosenPackage } from './package-field';

interface PanelProps {
  people: readonly ChosenPerson[];
  accessPackage: ChosenPackage | null;
  /** Graph's now, UTC ms. */
  now: number;
}

/** What each chosen person holds that matters, as far as it is readable. */
export function HoldingsPanel({ people, accessPackage, now }: PanelProps) {
  const t = useTranslations('admin');
  return (
    <section aria-label={t('holdTitle')}>
      <h2 className="h2">{t('holdTitle')}</h2>
      {people.length === 0 || !accessPackage ? (
        <p className="sm mut">{t('holdNobody')}</p>
      ) : (
        <ul className="follow">
          {people.map((person) => (
            <li key={person.objectId ?? person.email}>
              {person.objectId ? (
                <Avatar name={person.name} guest={person.isGuest} size="sm" />
              ) : (
                <Mail className="i s mut" aria-hidden="true" />
              )}
              {person.objectId ? (
                <Held
                  key={accessPackage.id}
                  person={{ ...person, objectId: person.objectId }}
                  accessPackageId={accessPackage.id}
                  now={now}
                />
              ) : (
                <div>
                  <p className="sm b">
                    <bdi dir="ltr">{person.email}</bdi>
                  </p>
                  <p className="mut xs">{t('holdNotInDirectory')}</p>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Held({ person, accessPackageId, now }: { person: ChosenPerson & { objectId: string }; accessPackageId: string; now: number }) {
  const t = useTranslations('admin');
  const formats = useFormats();
  const locale = useLocale();
  const [holdings, setHoldings] = useState<Holdings | 'reading' | 'failed'>('reading');
  useEffect(() => {
    const stop = new AbortController();
    const query = new URLSearchParams({ person: person.objectId, package: accessPackageId });
    api<Holdings>(`${paths.api.adminHoldings}?${query}`, { signal: stop.signal }).then(
      (answer) => setHoldings(answer.ok ? answer.value : 'failed'),
      () => undefined,
    );
    return () => stop.abort();
  }, [person.objectId, accessPackageId]);

  const word = typeof holdings === 'string' ? null : holdingWords(holdings);
  const day = typeof holdings === 'object' && holdings.active ? endingWords(holdings.active, now, formats).endDay : null;
  const text = {
    reading: t('checking'),
    failed: t('holdUnreadHint'),
    holdActive: day ? t('holdActiveUntil', { day: formats.day(day, now) }) : t('holdActiveOpen'),
    holdOpen: t('holdOpenHint'),
    holdIncompatible: t('holdIncompatibleHint', { names: typeof holdings === 'object' ? listOf(holdings.incompatible ?? [], locale) : '' }),
    holdUnfinished: t('holdUnfinished'),
    holdClear: t('holdClearHint'),
    holdClearPartly: t('holdClearPartly'),
  }[word ?? (holdings as 'reading' | 'failed')];
  return (
    <div role="status">
      <p className="row wrap">
        <b className="b grow">
          <bdi>{person.name}</bdi>
        </b>
        {word === 'holdActive' && <StateTag word="active" bare />}
        {word === 'holdOpen' && <StateTag word="requested" bare />}
        {word === 'holdIncompatible' && (
          <Tag tone="stop" icon={CircleQuestionMark} bare>
            {t('holdIncompatible')}
          </Tag>
        )}
        {word?.startsWith('holdClear') && (
          <Tag tone="open" icon={Check} bare>
            {t('holdClear')}
          </Tag>
        )}
      </p>
      <p className="mut xs">{text}</p>
    </div>
  );
}
