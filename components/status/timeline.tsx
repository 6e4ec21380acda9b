import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface TimelineStep {
  key: string;
  /** Done, happening now, still to come, refused. */
  state: 'done' | 'now' | 'next' | 'no';
  icon?: LucideIcon;
  title: ReactNode;
  text?: ReactNode;
}

/** What has happened and what comes, oldest first, in words. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="line">
      {steps.map(({ key, state, icon: Icon, title, text }) => (
        <li key={key} className={state === 'done' ? undefined : state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="dot" aria-hidden="true">
            {Icon && <Icon className="i s" />}
          </span>
          <div>
            <p className="b">{title}</p>
            {text && <p className="sm mut">{text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
