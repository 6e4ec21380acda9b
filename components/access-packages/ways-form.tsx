'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState, type ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { paths } from '@/lib/paths';
import { WayTerms } from './way-terms';

interface Props {
  packageId: string;
  /** Two or more. */
  policies: PolicyRequirements[];
  /** The one that the link names, chosen at first. */
  named: string | undefined;
  /** Words that a link brought for the justification; may be empty. */
  reason: string;
  now: number;
}

/** Several policies admit me: one box each, none preselected unless a link named it. Without script it is a form that leads to the same page. */
export function WaysForm({ packageId, policies, named, reason, now }: Props) {
  const t = useTranslations('access-packages.ways');
  const links = useTranslations('links');
  const router = useRouter();
  const [early, setEarly] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const submit: ComponentProps<'form'>['onSubmit'] = (event) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('policy');
    if (typeof chosen === 'string') return router.push(paths.requestForm(packageId, chosen, reason));
    setEarly(true);
    form.current?.querySelector<HTMLInputElement>('input[name="policy"]')?.focus();
  };
  return (
    <form ref={form} action={paths.requestForm(packageId)} onSubmit={submit} onChange={() => setEarly(false)} noValidate>
      {reason && <input type="hidden" name="justification" value={reason} />}
      <fieldset aria-describedby={`${id}-note`}>
        <legend className="h2">{t('title', { count: policies.length })}</legend>
        <p className="sm mut mt-0.5 mb-3.5" id={`${id}-note`}>
          {t('hint', { count: policies.length })}
        </p>
        <div className="ways">
          {policies.map((policy) => (
            <label className="way" key={policy.policyId}>
              <input
                type="radio"
                className="radio"
                name="policy"
                value={policy.policyId}
                defaultChecked={policy.policyId === named}
                required
              />
              <span className="grow">
                <b className="b">
                  <bdi>{policy.policyDisplayName}</bdi>
                </b>
                {policy.policyDescription && (
                  <span className="hint">
                    <bdi>{policy.policyDescription}</bdi>
                  </span>
                )}
                {policy.policyId === named && <span className="hint">{links('wayNamed')}</span>}
                <WayTerms policy={policy} now={now} />
              </span>
            </label>
          ))}
        </div>
        <div role="alert">{early && <FieldError id={`${id}-early`}>{t('chooseFirst')}</FieldError>}</div>
      </fieldset>
      <p className="row wrap foot-act mt-6">
        <Button type="submit" variant="primary">
          {t('request')}
        </Button>
        <span className="sm mut only-wide">{t('chooseHint')}</span>
      </p>
    </form>
  );
}
