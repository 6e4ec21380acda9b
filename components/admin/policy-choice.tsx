'use client';

import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { useTermWords } from '@/components/questions/term-words';
import type { Policies } from './use-policies';

interface PolicyChoiceProps {
  read: Policies;
  value: string | null;
  onChange: (policyId: string) => void;
  /** Graph's now, UTC ms. */
  now: number;
  error: string | undefined;
}

/** The package's policies as an administrator reads them, direct ones first; none chosen unless it is the only one. */
export function PolicyChoice({ read, value, onChange, now, error }: PolicyChoiceProps) {
  const t = useTranslations('admin');
  const { term } = useTermWords(now);
  if (read.state !== 'read' || read.policies.length === 0) {
    const words = { none: t('policyFirst'), reading: t('policyLoading'), failed: t('policiesUnread'), read: t('noPolicies') }[read.state];
    return (
      <div className="field" role={read.state === 'failed' ? 'alert' : 'status'}>
        <span className="lab">{t('policy')}</span>
        <p className="sm mut">{words}</p>
      </div>
    );
  }
  return (
    <ChoiceGroup
      id="assign-policy"
      type="radio"
      label={t('policy')}
      error={error}
      value={value ? [value] : []}
      onChange={([chosen]) => chosen && onChange(chosen)}
      choices={read.policies.map((policy) => ({
        value: policy.id,
        label: (
          <b className="b">
            <bdi>{policy.displayName}</bdi>
          </b>
        ),
        hint: [
          policy.isDirectOnly ? t('policyDirect') : t('policyOpen'),
          policy.hasUnknownRequiredQuestion ? t('policyUnknownQuestion') : t('policyAsks', { count: policy.questions.length }),
          ...(policy.isApprovalRequiredForAdd ? [t('policyApproval')] : []),
          term(policy.expiration),
        ].join(' · '),
      }))}
    />
  );
}
