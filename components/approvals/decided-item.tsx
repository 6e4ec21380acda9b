import { Check, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import { paths } from '@/lib/paths';
import type { MyDecision } from '@/lib/submissions/decisions';
import { TakeBack } from './take-back';

/** One decision of mine: for whom, about what, when, and whether it can be taken back from here. */
export function DecidedItem({ decision, now }: { decision: MyDecision; now: number }) {
  const t = useTranslations('approvals');
  const { targetName, accessPackage, requestId, decidedDateTime } = decision;
  const approved = decision.decision === 'Approve';
  const name = targetName ?? t('somebody');
  return (
    <li className="decided-row">
      <Avatar name={targetName ?? ''} />
      <div className="grow">
        <p className="b">
          <Link href={paths.approval(requestId)} prefetch={false}>
            <bdi>{name}</bdi>
          </Link>
        </p>
        <p className="mut xs">
          <bdi>{accessPackage?.name || t('unknownPackage')}</bdi>
        </p>
        <p className="xs mut">
          <RelativeTime value={decidedDateTime} now={now} />
        </p>
      </div>
      <div className="decided-end">
        <Tag tone={decision.isTakenBack || !approved ? 'over' : 'open'} icon={decision.isTakenBack ? Undo2 : approved ? Check : X}>
          {decision.isTakenBack ? t('byMe.takenBack') : t(approved ? 'stage.approved' : 'stage.denied')}
        </Tag>
        {approved &&
          !decision.isTakenBack &&
          (decision.canTakeBack ? (
            <TakeBack decisionKey={decision.key} name={name} packageName={accessPackage?.name || t('unknownPackage')} now={now} />
          ) : (
            <span className="xs mut">{t('byMe.notFromHere')}</span>
          ))}
      </div>
    </li>
  );
}
