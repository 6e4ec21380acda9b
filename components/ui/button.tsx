'use client';

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { classes } from './classes';
import { Link } from './link';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'stop';

interface Look {
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  /** An icon before the words: a lucide element with className "i s". */
  icon?: ReactNode;
}

const look = ({ variant = 'plain', size = 'normal' }: Look, more?: string) =>
  classes('btn', variant !== 'plain' && variant, size === 'small' && 'small', more);

type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    disabled?: boolean;
    /** The work runs: the button keeps its width, is busy and cannot be pressed again. */
    pending?: boolean;
    /** Words while pending, e.g. "Sending"; without them a spinner stands over the label. */
    pendingLabel?: string;
    /** Why it cannot be pressed. It stays reachable and the reason stands beside it. */
    reason?: string;
  };

/** The one button. `variant="primary"` once per screen. */
export function Button({
  variant,
  size,
  icon,
  pending,
  pendingLabel,
  reason,
  disabled,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = Boolean(reason) || Boolean(pending);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <>
      <button
        type="button"
        {...rest}
        className={look({ variant, size }, className)}
        disabled={disabled && !reason}
        aria-disabled={off || undefined}
        aria-busy={pending || undefined}
        aria-describedby={reason ? reasonId : rest['aria-describedby']}
        onClick={press}
      >
        {pending === undefined ? (
          <>
            {icon}
            {children}
          </>
        ) : (
          <span className="both">
            <span data-shown={!pending}>
              {icon}
              {children}
            </span>
            <span data-shown={pending}>
              <span className="spin" aria-hidden="true" />
              {pendingLabel}
            </span>
          </span>
        )}
      </button>
      {reason && (
        <span id={reasonId} className="sm mut">
          {reason}
        </span>
      )}
    </>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={look({ variant, size }, className)}>
      {icon}
      {children}
    </Link>
  );
}
