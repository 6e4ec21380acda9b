import type { ReactNode } from 'react';
import { stateLooks, type StateWord } from '@/components/status/state-looks';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import type { Waiting } from './home-view';
import { PackageName, RowCut } from './package-name';

interface Props {
  row: Waiting;
  /** What it is about, where that is no single package. */
  title?: string;
  word: StateWord;
  words: string;
  rest: ReactNode;
  action: ReactNode;
}

/** One row of what waits: what it is about, why it waits, what one can do. */
export function WaitingItem({ row, title, word, words, rest, action }: Props) {
  const { tone, icon } = stateLooks[word];
  return (
    <li className="item">
      <RowCut of={row.of} {...(word === 'draft' ? {} : { tone })} />
      <div>
        <p className="name">
          <Link href={row.href}>{title ?? <PackageName name={row.of.name} />}</Link>
        </p>
        <p className="sm mut">
          <b className="b">
            <Tag tone={tone} icon={icon} bare>
              {words}
            </Tag>
          </b>{' '}
          {rest}
        </p>
      </div>
      <p className="end">{action}</p>
    </li>
  );
}
