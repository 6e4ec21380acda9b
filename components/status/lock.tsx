import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { lockShape, pinBars, type PinState } from './lock-drawing';

export interface LockStep {
  state: PinState;
  label: ReactNode;
  text?: ReactNode;
}

/** A request as a key on its way into a lock; the same facts stand below as a list. One per request page, nowhere else. */
export function Lock({ steps }: { steps: readonly LockStep[] }) {
  const t = useTranslations('status');
  const states = steps.map((step) => step.state);
  const columns = steps.length === 3 ? '36.09% 36.09% 1fr' : `repeat(${steps.length}, 1fr)`;
  return (
    <div className="lock">
      <Drawing states={states} wide />
      <Drawing states={states} wide={false} />
      <ol aria-label={t('lock')} style={{ gridTemplateColumns: columns }}>
        {steps.map((step, index) => (
          <li key={index} className={step.state === 'next' ? 'next' : undefined} aria-current={step.state === 'now' ? 'step' : undefined}>
            <b>{step.label}</b>
            {step.text && <span className="mut">{step.text}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Drawing({ states, wide }: { states: readonly PinState[]; wide: boolean }) {
  const { width, bleed, pins, key, gleam } = lockShape(states, wide);
  const far = width + bleed;
  return (
    <svg className={wide ? 'only-wide' : 'only-narrow'} viewBox={`0 6 ${width} 92`} aria-hidden="true">
      <path d={`M${-bleed} 8H${far}V48H${-bleed}Z`} fill="var(--sunken)" />
      <path className="blade" d={key} fill="var(--brass)" />
      <path d={`M${-bleed} 88H${gleam}`} stroke="var(--sheet)" strokeOpacity=".45" strokeWidth="2" fill="none" />
      {states.map((state, index) => (
        <Pin key={index} state={state} x={pins[index] ?? 0} />
      ))}
      <path d={`M${-bleed} 48H${far}`} stroke="var(--edge)" strokeWidth="1.5" strokeDasharray="1 5" strokeLinecap="round" fill="none" />
    </svg>
  );
}

function Pin({ state, x }: { state: PinState; x: number }) {
  const { driver, key } = pinBars[state];
  return (
    <>
      <rect x={x - 10} y="8" width="20" height="40" fill="var(--sheet)" />
      <path d={`M${x - 10} 8v40M${x + 10} 8v40`} stroke="var(--line)" fill="none" />
      <rect x={x - 7} y={driver.y} width="14" height={driver.height} rx="2.5" fill={driver.fill} />
      {key ? (
        <rect x={x - 7} y={key.y} width="14" height={key.height} rx="2.5" fill={key.fill} />
      ) : (
        <rect x={x - 6.25} y="60" width="12.5" height="20" rx="2.5" fill="none" stroke="var(--edge)" strokeWidth="1.5" />
      )}
    </>
  );
}
