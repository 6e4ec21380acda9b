import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { findingsOf } from './home-facts';
import type { HomeData, HomeLoad } from './load-home';

/** The finding: what waits for the reader, by name where the name gives one. Told again when the lists are read to their end. */
export async function HomeHeading({ load, name }: { load: HomeLoad; name: string | null }) {
  const first = <Finding data={await load.first} name={name} />;
  return (
    <Suspense fallback={first}>
      <Later load={load} name={name} />
    </Suspense>
  );
}

async function Later({ load, name }: { load: HomeLoad; name: string | null }) {
  return <Finding data={(await load.rest) ?? (await load.first)} name={name} />;
}

async function Finding({ data, name }: { data: HomeData; name: string | null }) {
  const [t, { view, isWhole }] = await Promise.all([getTranslations('home.heading'), findingsOf(data)]);
  const count = view.waiting.length;
  const key = view.isDayOne ? 'dayOne' : count === 0 ? (isWhole ? 'nothing' : 'unread') : isWhole ? 'waiting' : 'waitingAtLeast';
  return (
    <h1 className="finding">
      {t.rich(key, { count, named: name ? 'yes' : 'no', name: name ?? '', person: (words) => <bdi>{words}</bdi> })}
    </h1>
  );
}
