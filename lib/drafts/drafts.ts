import type { Viewer } from '@/lib/auth/viewer';

/** What a half-filled form holds. Kept encrypted, per person, package, target and intent, 30 days, until sent or discarded. */
export interface DraftContent {
  policyId: string | null;
  /** Question id → values. */
  answers: Record<string, string[]>;
  justification: string;
  /** null = the policy's usual period. Days yyyy-mm-dd in `timeZone`. */
  period: { startDay: string | null; endDay: string | null } | null;
  timeZone: string | null;
}

export interface Draft {
  /** Random; also the submission's key. */
  key: string;
  accessPackageId: string;
  accessPackageName: string;
  intent: 'userAdd' | 'userUpdate';
  content: DraftContent | null;
  /** UTC ms. */
  updatedAt: number;
}

/** The one open draft of this person, package and intent; made (empty) when there is none. */
export declare function openDraft(
  viewer: Viewer,
  of: { accessPackageId: string; accessPackageName: string; intent: 'userAdd' | 'userUpdate'; assignmentId?: string },
): Promise<Draft>;

/** Keeps what was typed. False when the draft is gone (sent or discarded elsewhere). */
export declare function saveDraft(viewer: Viewer, key: string, content: DraftContent): Promise<boolean>;

/** Non-empty drafts, newest first. */
export declare function myDrafts(viewer: Viewer): Promise<Draft[]>;

export declare function discardDraft(viewer: Viewer, key: string): Promise<void>;
