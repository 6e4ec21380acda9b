import { getTranslations } from 'next-intl/server';
import { type ReactNode, Suspense } from 'react';
import { ReportWaiting } from '@/components/shell/approvals-waiting';
import { Challenge } from '@/components/shell/challenge';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { DayOne } from './day-one';
import { findingsOf } from './home-facts';
import { HomeWatch } from './home-watch';
import { LatelyFeed } from './lately-feed';
import type { HomeData, HomeLoad } from './load-home';
import { OnItsWayList } from './on-its-way-list';
import { OpenToYou } from './open-to-you';
import { Rack } from './rack';
import { WaitingList } from './waiting-list';

interface Props {
  load: HomeLoad;
  /** For somebody who has nothing yet. */
  suggested: ReactNode;
}

/** Everything below the search; drawn from the first pages, and once more when the lists have been read further. */
export async function HomeContent({ load, suggested }: Props) {
  const first = <Content data={await load.first} load={load} suggested={suggested} />;
  return (
    <Suspense fallback={first}>
      <Later load={load} suggested={suggested} />
    </Suspense>
  );
}

async function Later({ load, suggested }: Props) {
  return <Content data={(await load.rest) ?? (await load.first)} load={load} suggested={suggested} />;
}

async function Content({ data, load, suggested }: Props & { data: HomeData }) {
  const [t, own, { view, isWhole }] = await Promise.all([getTranslations('home'), getTranslations('drafts.home'), findingsOf(data)]);
  const { assignments, requests, begun, toDecide, now } = data;
  if (!assignments.ok && !requests.ok) return <Challenge error={assignments.error} what={t('failed.both')} />;
  const told = toDecide.ok && <ReportWaiting count={toDecide.value.count} more={toDecide.value.more} />;
  if (view.isDayOne)
    return (
      <>
        {told}
        <DayOne />
        <Suspense>{suggested}</Suspense>
        <Suspense>
          <OpenToYou load={load} />
        </Suspense>
      </>
    );
  const isPartial = assignments.ok && requests.ok && (assignments.value.next !== null || requests.value.next !== null);
  return (
    <>
      {told}
      <HomeWatch open={view.onItsWay.map(({ key, of, stands }) => ({ id: key, stands, name: of.name }))} />
      <div className="cols">
        <div>
          {!assignments.ok && <Challenge error={assignments.error} what={t('failed.assignments')} />}
          {!begun.ok && <Challenge error={begun.error} what={own('failed.begun')} />}
          {!toDecide.ok && <Challenge error={toDecide.error} what={own('failed.toDecide')} />}
          <WaitingList rows={view.waiting} now={now} isWhole={isWhole} />
          {requests.ok ? (
            <OnItsWayList rows={view.onItsWay} isWhole={isWhole} />
          ) : (
            <Challenge error={requests.error} what={t('failed.requests')} />
          )}
        </div>
        {requests.ok && <LatelyFeed rows={view.lately} now={now} />}
      </div>
      {assignments.ok && <Rack endings={view.ending} now={now} isWhole={isWhole} />}
      {isPartial && (
        <p className="sm mut partial">
          {t.rich('partial', {
            access: (words: ReactNode) => <Link href={paths.assignments}>{words}</Link>,
            requests: (words: ReactNode) => <Link href={paths.requests}>{words}</Link>,
          })}
        </p>
      )}
    </>
  );
}
