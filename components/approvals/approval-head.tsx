import { Stamp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/people/avatar';
import { PersonName } from '@/components/people/person-name';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { isForSomebody } from './approval-row';
import type { Standing } from './standing';

/** Who asks, for whom, when, and which stage is mine. */
export function ApprovalHead({ request, standing, now }: { request: AssignmentRequest; standing: Standing; now: number }) {
  const t = useTranslations('approvals');
  const { requestor, target, createdDateTime } = request;
  // For whom it is may be told although nobody says who asks: one is never taken for the other.
  const who = requestor;
  const kind = request.requestType.endsWith('Update') ? 'change' : isForSomebody(request) ? 'other' : 'self';
  const name = () => (who ? <PersonName name={who.displayName} address={who.email} /> : t('somebody'));
  return (
    <header className="row approval-head">
      <Avatar name={who?.displayName ?? ''} guest={who?.isGuest === true} size="lg" />
      <div className="grow">
        <h1 id="approval" className="h2" tabIndex={-1}>
          {t.rich(`asks.${kind}`, { name, target: () => <PersonName name={target?.displayName} address={target?.email ?? null} /> })}
        </h1>
        <p className="mut">
          {who?.email && (
            <>
              <bdi>{who.email}</bdi>
              {/* Where Graph did not tell for whom, nobody is guessed. */}
              {kind === 'other' || target === null ? '. ' : t('forThemselves')}
            </>
          )}
          {createdDateTime === null
            ? t('sentJustNow')
            : t.rich('sent', { when: () => <RelativeTime value={createdDateTime} now={now} within /> })}
        </p>
        {kind === 'other' && target && (
          <p className="mut">
            {t.rich('forWhom', { name: () => <PersonName name={target.displayName} address={target.email} /> })} <bdi>{target.email}</bdi>
          </p>
        )}
      </div>
      <p>
        <Tag tone="ask" icon={Stamp}>
          {standing.kind === 'open' && standing.stages > 1
            ? t('stageIsYours', { stage: standing.stage, stages: standing.stages })
            : t('waitsForYou')}
        </Tag>
      </p>
    </header>
  );
}
