import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from './logo';

const MARK = {
  position: 'absolute',
  insetInlineEnd: '-7.5rem',
  insetBlockEnd: '-0.25rem',
  inlineSize: '27rem',
  blockSize: '27rem',
  overflow: 'visible',
} as const;
const SAY = { maxInlineSize: '32rem', marginBlockStart: '18dvh' } as const;

/** The dark leaf of the sign-in and signed-out pages, the mark thrown open; what to do stands on the light side. */
export function Door({ heading, text, children }: { heading: string; text: string; children: ReactNode }) {
  const common = useTranslations('common');
  return (
    <div className="gate">
      <aside className="side">
        <Logo label={common('product')} />
        <svg className="only-wide" viewBox="60 0 330 330" aria-hidden="true" style={MARK}>
          <g transform="scale(8.6) translate(1 -2)">
            <path
              fill="var(--door-line)"
              fillRule="evenodd"
              d="M18 8a8.5 8.5 0 0 1 4 16v16h-8V24a8.5 8.5 0 0 1 4-16Zm0 5.3a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4Z"
            />
            <path fill="var(--door-brass)" d="M24 31.5h7l8.5 8.5H24Z" />
          </g>
        </svg>
      </aside>
      <main className="main">
        <div className="grid gap-4" style={SAY}>
          <h1>{heading}</h1>
          <p className="mut">{text}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
