import { useTranslations } from 'next-intl';
import { useTermWords } from '@/components/questions/term-words';
import type { RequirementFacts } from './requirement-facts';

/** Approval or not, and how long: empty, its room kept, until it is known. */
export function FactsColumn({ facts, now }: { facts: RequirementFacts | null | undefined; now: number }) {
  const t = useTranslations('access-packages');
  const { term } = useTermWords(now);
  if (!facts) return <p className="where only-wide" />;
  if (facts.ways === 0) return <p className="where only-wide">{t('facts.notOpen')}</p>;
  const terms = facts.terms.map(({ expiration, chosen }) =>
    chosen && expiration.kind === 'for' ? t('facts.upTo', { term: term(expiration) }) : term(expiration),
  );
  return (
    <p className="where only-wide">
      {facts.ways > 1 ? t('facts.ways', { count: facts.ways }) : t(`facts.${facts.approval}`)}
      <br />
      {terms.length > 2 ? t('facts.manyTerms', { first: terms[0] ?? '' }) : terms.join(t('facts.or'))}
    </p>
  );
}
