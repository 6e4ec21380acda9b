import { type ReactNode, Suspense } from 'react';
import { requireViewer } from '@/lib/auth/guard';
import { firstName } from '@/components/people/initials';
import { Messages } from '@/components/ui/messages';
import { SkeletonLine, SkeletonRows } from '@/components/ui/skeleton';
import { HomeContent } from './home-content';
import { HomeHeading } from './home-heading';
import { HomeSearch } from './home-search';
import { loadHome } from './load-home';

/** `suggested`: what somebody who has nothing yet may want. What waits, what is on its way, what ends; and the way to something new. */
export async function HomeScreen({ suggested }: { suggested: ReactNode }) {
  const viewer = await requireViewer();
  const load = loadHome(viewer);
  const name = firstName(viewer.name);
  return (
    <Messages namespaces={['home', 'drafts']}>
      <div className="page home">
        <header>
          <Suspense fallback={<HeadingSkeleton />}>
            <HomeHeading load={load} name={name} />
          </Suspense>
          <HomeSearch />
        </header>
        <Suspense fallback={<ContentSkeleton />}>
          <HomeContent load={load} suggested={suggested} />
        </Suspense>
      </div>
    </Messages>
  );
}

function HeadingSkeleton() {
  return (
    <div className="finding">
      <SkeletonLine width="min(32rem, 90%)" size={2.5} />
    </div>
  );
}

function ContentSkeleton() {
  return (
    <div className="cols">
      <SkeletonRows count={4} />
      <SkeletonRows count={4} shape="feed" still={false} />
    </div>
  );
}
