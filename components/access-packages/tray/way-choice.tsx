'use client';

import { useTranslations } from 'next-intl';
import { useController, type UseFormReturn } from 'react-hook-form';
import { FieldError } from '@/components/ui/field';
import { WayTerms } from '../way-terms';
import { fieldId } from './field-id';
import { packageField, type TogetherPackage } from './together-package';
import type { TogetherValues } from './together-values';

/** Several policies admit the reader: one box each, none preselected. */
export function WayChoice({ of, form, now }: { of: TogetherPackage; form: UseFormReturn<TogetherValues>; now: number }) {
  const t = useTranslations('access-packages.ways');
  const name = `policies.${packageField(of.id)}` as const;
  const { field, fieldState } = useController({ control: form.control, name });
  const id = fieldId(name);
  const error = fieldState.error ? `${id}-error` : undefined;
  return (
    <div
      id={id}
      role="radiogroup"
      aria-labelledby={`${id}-title`}
      aria-required="true"
      aria-invalid={error ? true : undefined}
      aria-describedby={error}
    >
      <h3 id={`${id}-title`} className="lab mb-2.5">
        {t('title', { count: of.ways.length })}
      </h3>
      <div className="ways">
        {of.ways.map((policy) => (
          <label className="way" key={policy.policyId}>
            <input
              type="radio"
              className="radio"
              name={name}
              value={policy.policyId}
              checked={field.value === policy.policyId}
              onChange={() => field.onChange(policy.policyId)}
              onBlur={field.onBlur}
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
              <WayTerms policy={policy} now={now} />
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={error}>{t('chooseFirst')}</FieldError>}
    </div>
  );
}
