'use client';

import { useTranslations } from 'next-intl';
import { AskAgain } from '@/components/status/ask-again';
import { useContents } from '@/components/status/use-contents';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useFormats } from '@/lib/i18n/use-formats';
import { paths } from '@/lib/paths';
import { askForAssignmentAgain } from './actions';
import { updateAddress, type AssignmentRow } from './assignment-row';
import { ContentsList } from './contents-list';
import { GiveBack } from './give-back';
import type { OtherAccess } from './kept-elsewhere';
import { wayOf, type Extending, type Way } from './ways';

interface AssignmentPanelProps {
  row: AssignmentRow;
  now: number;
  ways: readonly Way[] | null | undefined;
  state: Extending;
  /** What else I hold, and whether that is all of it. */
  others: readonly OtherAccess[];
  isPart: boolean;
  myAccess: string | null;
}

/** The opened row: what it gives, whether it can be extended and why not, and the ways to change it. */
export default function AssignmentPanel({ row, now, ways, state, others, isPart, myAccess }: AssignmentPanelProps) {
  const t = useTranslations('assignments');
  const calendar = useTranslations('calendar');
  const contents = useContents(row.accessPackage && paths.api.contents(row.accessPackage.id));
  const held = row.state === 'delivered' || row.state === 'partiallyDelivered';
  const way = ways ? wayOf(row, ways) : null;
  return (
    <div className="opened">
      <ContentsList contents={contents} opens={held} />
      <div className="sm">
        {row.state === 'expired' ? <Ended row={row} ways={ways} /> : <ExtendWords row={row} state={state} now={now} />}
        <p className="row wrap links">
          {held && !row.openRequest && way?.hasEditableAnswers && <Link href={updateAddress(row, 'answers')}>{t('changeAnswers')}</Link>}
          {held && row.endDateTime && <a href={paths.api.calendar(row.id)}>{calendar('add')}</a>}
          {row.accessPackage && <Link href={paths.accessPackage(row.accessPackage.id)}>{t('seePackage')}</Link>}
          {row.openRequest && <Link href={paths.request(row.openRequest.id)}>{t('followRequest')}</Link>}
          {row.troubledRequestId && <Link href={paths.request(row.troubledRequestId)}>{t('seeRequest')}</Link>}
          {held && !row.openRequest && <GiveBack row={row} contents={contents} others={others} isPart={isPart} now={now} />}
          {myAccess && (
            <a href={myAccess} rel="noreferrer">
              {t('inMyAccess')}
            </a>
          )}
        </p>
      </div>
    </div>
  );
}

/** Can it be extended: the answer as a heading, one sentence of how or why not. */
function ExtendWords({ row, state, now }: { row: AssignmentRow; state: Extending; now: number }) {
  const t = useTranslations('assignments.extending');
  const formats = useFormats();
  if (state.kind === 'reading') return <p className="mut">{t('reading')}</p>;
  if (state.kind === 'possible') {
    const approval = t(state.way.needsApproval ? 'needsApproval' : 'atOnce');
    return (
      <>
        <p className="h3">{t('possible')}</p>
        <p className="mut">
          {state.way.lastDay ? t('upTo', { day: formats.day(state.way.lastDay, now) }) : t('withoutEnd')} {approval}
        </p>
      </>
    );
  }
  if (state.kind === 'renew') {
    return (
      <>
        <p className="h3">{t('renewTitle')}</p>
        <p className="mut">{t('renewText')}</p>
        {row.accessPackage && (
          <p>
            <ButtonLink size="small" href={paths.accessPackage(row.accessPackage.id)}>
              {t('renew')}
            </ButtonLink>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <p className="h3">{t(`no.${state.reason}.title`)}</p>
      <p className="mut">{t(`no.${state.reason}.text`)}</p>
    </>
  );
}

function Ended({ row, ways }: { row: AssignmentRow; ways: readonly Way[] | null | undefined }) {
  const t = useTranslations('assignments.ended');
  if (!row.accessPackage) return <p className="mut">{t('unknownPackage')}</p>;
  if (ways === undefined) return <p className="mut">{t('reading')}</p>;
  if (ways !== null && ways.length === 0) return <p className="mut">{t('closed')}</p>;
  return (
    <>
      <p className="h3">{t('title')}</p>
      <p className="mut">{t('text')}</p>
      <p>
        <AskAgain
          offer={askForAssignmentAgain}
          input={{ assignmentId: row.id }}
          accessPackageId={row.accessPackage.id}
          label={t('askAgain')}
          size="small"
        />
      </p>
    </>
  );
}
