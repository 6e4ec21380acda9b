import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { Cut } from '@/components/status/cut';
import { endingWords } from '@/components/status/ending-words';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import { updateAddress, type AssignmentRow } from './assignment-row';
import { otherAccess } from './kept-elsewhere';
import { Since, Spent, Until } from './term-words';
import { extending, type Extending, type Way } from './ways';

interface AssignmentItemProps {
  row: AssignmentRow;
  /** Graph's now, UTC ms. */
  now: number;
  ways: readonly Way[] | null | undefined;
  isOpen: boolean;
  onToggle: () => void;
  /** All rows as far as read, and whether more are missing: what else I hold. */
  rows: readonly AssignmentRow[];
  isPart: boolean;
  myAccess: string | null;
}

const loadPanel = () => import('./assignment-panel');
const AssignmentPanel = lazy(loadPanel);

/** Fetches the opened row's code before it is needed. */
const preloadPanel = () => void loadPanel();

/** One access: its key, since when, until when, and what can be done; it opens in place. */
export function AssignmentItem({ row, now, ways, isOpen, onToggle, rows, isPart, myAccess }: AssignmentItemProps) {
  const t = useTranslations('assignments');
  const formats = useFormats();
  const words = endingWords(row, now, formats);
  const state = extending(row, ways);
  const panelId = `access-${row.id}`;
  return (
    <li>
      <div className="item my">
        <Cut packageId={row.accessPackage?.id ?? row.id} tone={words.tone} />
        <div className="grow">
          <p className="name">
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={panelId}
              onClick={onToggle}
              onFocus={preloadPanel}
              onPointerEnter={preloadPanel}
            >
              <bdi>{row.accessPackage?.displayName ?? t('unknownPackage')}</bdi>
            </button>
          </p>
          <p className="sm mut clip" dir="auto">
            <bdi>{row.accessPackage ? row.accessPackage.description : t('unknownPackageHint')}</bdi>
          </p>
        </div>
        <div className="only-wide spent">
          <Spent row={row} now={now} tone={words.tone} />
          <p className="xs mut">
            <Since row={row} now={now} />
          </p>
        </div>
        <p className="sm only-wide">
          <Until row={row} words={words} now={now} lines />
        </p>
        <div className="only-narrow">
          <p className="sm until">
            <Until row={row} words={words} now={now} />
          </p>
          <Spent row={row} now={now} tone={words.tone} />
        </div>
        <p className="end row">
          <ItemAction row={row} state={state} soon={words.word === 'endsSoon'} />
          <ChevronDown className="i s chevron" aria-hidden="true" />
        </p>
      </div>
      <div id={panelId}>
        {isOpen && (
          <Suspense fallback={null}>
            <AssignmentPanel
              row={row}
              now={now}
              ways={ways}
              state={state}
              others={otherAccess(row, rows)}
              isPart={isPart}
              myAccess={myAccess}
            />
          </Suspense>
        )}
      </div>
    </li>
  );
}

/** Extend is bordered only when the access ends soon (look §9). Its room is kept until it is known. */
function ItemAction({ row, state, soon }: { row: AssignmentRow; state: Extending; soon: boolean }) {
  const t = useTranslations('assignments');
  if (row.openRequest) {
    return (
      <Link className="btn small quiet" href={paths.request(row.openRequest.id)}>
        {t('follow')}
      </Link>
    );
  }
  if (state.kind !== 'possible') return state.kind === 'reading' ? <span className="btn small quiet room" aria-hidden="true" /> : null;
  const name = row.accessPackage?.displayName ?? '';
  return (
    <ButtonLink size="small" variant={soon ? 'plain' : 'quiet'} href={updateAddress(row)} aria-label={t('extendNamed', { name })}>
      {t('extend')}
    </ButtonLink>
  );
}
