import {
  Ban,
  CalendarClock,
  Check,
  CircleQuestionMark,
  Hourglass,
  Pencil,
  Send,
  Settings,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import { Timeline } from '@/components/status/timeline';
import type { StoryStep } from './request-story';
import { useSay } from './use-say';

const icons: Record<StoryStep['id'], LucideIcon> = {
  sent: Send,
  check: Settings,
  approval: Hourglass,
  start: CalendarClock,
  setUp: Settings,
  ready: Check,
  denied: X,
  cancelled: Ban,
  again: Pencil,
  other: CircleQuestionMark,
};

/** What has happened and what comes, in words. `theirs`: whose access it is, where it is not the reader's. */
export function WhatHappened({ steps, myAccess, theirs }: { steps: readonly StoryStep[]; myAccess: string | null; theirs: string | null }) {
  const say = useSay(myAccess, theirs);
  return (
    <Timeline
      steps={steps.map((step) => ({
        key: step.id,
        state: step.state,
        ...(step.id === 'ready' && step.state === 'next'
          ? {}
          : { icon: step.id === 'setUp' && step.state === 'no' ? TriangleAlert : icons[step.id] }),
        title: <bdi>{say(step.title)}</bdi>,
        text: step.text && say(step.text),
      }))}
    />
  );
}
