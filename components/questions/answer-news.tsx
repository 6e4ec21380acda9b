import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { listOf } from '@/lib/i18n/list';
import type { AnswerChange } from './answer-changes';

/** Above a form that was begun, or asked again: what of it is asked otherwise now. Nothing typed goes without a word. */
export function AnswerNews({ changes, isAgain }: { changes: readonly AnswerChange[]; isAgain: boolean }) {
  const t = useTranslations('drafts.changed');
  if (changes.length === 0) return null;
  return (
    <div className="note ask mb-6" role="status">
      <div className="grow">
        <p>
          <b>{t(isAgain ? 'titleAgain' : 'title')}</b>
        </p>
        <ul className="mt-1 list-disc ps-5">
          {changes.map((change, at) => (
            <li key={at} className="wrap-anywhere">
              <Change change={change} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** People's text apart from the sentence around it. */
function isolated(text: string): () => ReactNode {
  return function Isolated() {
    return <bdi>{text}</bdi>;
  };
}

function Change({ change }: { change: AnswerChange }) {
  const t = useTranslations('drafts.changed');
  const locale = useLocale();
  switch (change.kind) {
    case 'policy':
    case 'dates':
      return t(change.kind);
    case 'added':
      return t.rich('added', { question: isolated(change.question) });
    case 'worded':
      return t.rich('worded', { question: isolated(change.question), before: isolated(change.before) });
    default: {
      const written = isolated(listOf(change.written, locale));
      if (change.question === null) return t.rich('goneUnnamed', { written });
      return t.rich(change.kind, { question: isolated(change.question), written });
    }
  }
}
