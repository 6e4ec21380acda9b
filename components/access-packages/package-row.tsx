'use client';

import { Check, Folder, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Cut } from '@/components/status/cut';
import { paths } from '@/lib/paths';
import { CopyLink } from './copy-link';
import { FactsColumn } from './facts-column';
import { Marked } from './marked';
import type { ShownMark } from './marks';
import type { PackageRow as Row } from './package-row-data';
import type { RequirementFacts } from './requirement-facts';
import type { Hit } from './search-index';
import type { Tray } from './tray/use-tray';

interface Props {
  row: Row;
  /** Place in the list, from 0, and how long the list is. */
  index: number;
  length: number;
  mark: ShownMark | undefined;
  /** Undefined until known, null where it could not be read. */
  facts: RequirementFacts | null | undefined;
  hit: Hit | undefined;
  asked: readonly string[];
  now: number;
  /** In the tray. */
  chosen: boolean;
  onChoose: Tray['toggle'];
  /** The tray is for other people: what is mine already can be chosen too. */
  isForOthers: boolean;
  /** Its address was just copied. */
  copied: boolean;
  onCopied: (id: string, done: boolean) => void;
}

/** One package in the list: its cut, name, my state, what it is for, how it is asked for. */
export function PackageRow({ row, index, length, mark, facts, hit, asked, now, chosen, onChoose, isForOthers, copied, onCopied }: Props) {
  const t = useTranslations('access-packages');
  const found = { asked, terms: hit?.terms };
  const inside = hit && row.inside?.find((name) => holds(name, asked));
  return (
    <li className="item pk" data-row={index} data-id={row.id} aria-setsize={length} aria-posinset={index + 1}>
      <Cut packageId={row.id} tone={mark?.tone} />
      <div className="grow">
        <p className="name row wrap">
          <Link id={nameId(row)} href={paths.accessPackage(row.id)}>
            <Marked text={row.displayName} {...found} />
          </Link>
          {mark?.tag}
        </p>
        {row.description && (
          <p className="sub [text-align:match-parent]" dir="auto">
            <Marked text={row.description} {...found} />
          </p>
        )}
        {inside && (
          <p className="sub row">
            <Folder className="i s" aria-hidden="true" />
            <span>
              {t('row.inside')} <Marked text={inside} {...found} />
            </span>
          </p>
        )}
      </div>
      <FactsColumn facts={facts} now={now} />
      <div className="end">
        <CopyLink packageId={row.id} describedBy={nameId(row)} copied={copied} onCopied={(done) => onCopied(row.id, done)} />
        <RowAction row={row} mark={isForOthers ? undefined : mark} facts={facts} chosen={chosen} onChoose={onChoose} />
      </div>
    </li>
  );
}

/** The action's words are the same in every row: the name describes which one it is. */
function nameId(row: Row): string {
  return `package-${row.id}`;
}

function holds(name: string, asked: readonly string[]): boolean {
  const folded = name.toLocaleLowerCase();
  return asked.some((word) => folded.includes(word));
}

function RowAction({ row, mark, facts, chosen, onChoose }: Pick<Props, 'row' | 'mark' | 'facts' | 'chosen' | 'onChoose'>) {
  const t = useTranslations('access-packages');
  const label = (words: string) => ({ 'aria-describedby': nameId(row), children: words });
  if (mark?.kind === 'onItsWay' || mark?.requestId) {
    const to = mark.requestId ? paths.request(mark.requestId) : paths.accessPackage(row.id);
    return <ButtonLink variant="quiet" size="small" href={to} {...label(t('row.follow'))} />;
  }
  if (mark?.assignmentId) {
    if (!facts || facts.ways === 0) return null;
    return <ButtonLink variant="quiet" size="small" href={paths.assignmentUpdate(mark.assignmentId)} {...label(t('row.extend'))} />;
  }
  if (mark) return null;
  const Icon = chosen ? Check : Plus;
  return (
    // Without script the press opens the package.
    <form
      action={paths.accessPackage(row.id)}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose({ id: row.id, name: row.displayName });
      }}
    >
      <button type="submit" className={chosen ? 'btn small chosen' : 'btn small'} aria-describedby={nameId(row)}>
        <Icon className="i s" aria-hidden="true" />
        {t(chosen ? 'row.chosen' : 'row.choose')}
      </button>
    </form>
  );
}
