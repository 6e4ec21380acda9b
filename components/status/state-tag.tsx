import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { stateLooks, type StateWord } from './state-looks';

interface StateTagProps {
  word: StateWord;
  /** What the word's message takes: `days` for endsSoon, `day` for heldUntil, `name` for incompatible. */
  values?: Record<string, string | number>;
  /** In tables: icon and word without ground. */
  bare?: boolean;
}

/** A request's or an assignment's state, in the reader's language. */
export function StateTag({ word, values, bare }: StateTagProps) {
  const t = useTranslations('status.word');
  const { tone, icon } = stateLooks[word];
  return (
    <Tag tone={tone} icon={icon} {...(bare ? { bare } : {})}>
      {t(word, values)}
    </Tag>
  );
}
