import {
  Ban,
  CalendarClock,
  Check,
  CircleQuestionMark,
  Clock,
  Contrast,
  Hourglass,
  Key,
  type LucideIcon,
  Minus,
  Pencil,
  Send,
  Settings,
  Shield,
  Stamp,
  TriangleAlert,
  X,
} from 'lucide-react';
import type { Tone } from '@/components/ui/tag';

/** Every state a person can read; the words are messages `status.word.<word>`. */
export type StateWord =
  | 'submitted'
  | 'pendingApproval'
  | 'waitsForYou'
  | 'scheduled'
  | 'delivering'
  | 'delivered'
  | 'extended'
  | 'answersChanged'
  | 'partiallyDelivered'
  | 'deliveryFailed'
  | 'denied'
  | 'deniedUnanswered'
  | 'canceled'
  | 'other'
  | 'active'
  | 'endsSoon'
  | 'ended'
  | 'refused'
  | 'draft'
  | 'held'
  | 'heldUntil'
  | 'requested'
  | 'incompatible';

export const stateLooks: Record<StateWord, { tone: Tone; icon: LucideIcon }> = {
  submitted: { tone: 'wait', icon: Send },
  pendingApproval: { tone: 'wait', icon: Hourglass },
  waitsForYou: { tone: 'ask', icon: Stamp },
  scheduled: { tone: 'wait', icon: CalendarClock },
  delivering: { tone: 'wait', icon: Settings },
  delivered: { tone: 'open', icon: Check },
  extended: { tone: 'open', icon: Check },
  answersChanged: { tone: 'open', icon: Check },
  partiallyDelivered: { tone: 'ask', icon: Contrast },
  deliveryFailed: { tone: 'stop', icon: TriangleAlert },
  denied: { tone: 'stop', icon: X },
  deniedUnanswered: { tone: 'stop', icon: X },
  canceled: { tone: 'over', icon: Ban },
  other: { tone: 'over', icon: CircleQuestionMark },
  active: { tone: 'open', icon: Check },
  endsSoon: { tone: 'ask', icon: Clock },
  ended: { tone: 'over', icon: Minus },
  refused: { tone: 'stop', icon: X },
  draft: { tone: 'ask', icon: Pencil },
  held: { tone: 'open', icon: Key },
  heldUntil: { tone: 'open', icon: Key },
  requested: { tone: 'wait', icon: Hourglass },
  incompatible: { tone: 'over', icon: Shield },
};
