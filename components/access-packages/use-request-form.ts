'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { focusField } from '@/components/form/focus-field';
import { useDraft } from '@/components/form/use-draft';
import { useGraphNow } from '@/components/form/use-graph-now';
import { questionFieldId } from '@/components/questions/answer-values';
import { useAction } from '@/components/shell/use-action';
import { useResume } from '@/components/shell/use-resume';
import { landOnHeading } from '@/components/ui/land-on-heading';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { RequestLink } from '@/lib/request-link';
import { typedBefore } from './adopt-typed';
import { submitRequestAction } from './actions';
import { flatErrors, justificationFieldId } from './form-problems';
import type { Offer } from './offers/offers';
import { useTaken } from './offers/use-taken';
import { rulesResolver } from './rules-resolver';
import { startValues, toDraftContent } from './request-values';

export interface RequestFormSetup {
  packageId: string;
  packageName: string;
  policy: PolicyRequirements;
  draft: { key: string; content: DraftContent | null };
  timeZone: string;
  /** What the address brought along. */
  link: RequestLink;
  /** The same package in My Access; null where there is no such page. */
  myAccess: string | null;
  /** Graph's now when the page was made, UTC ms. */
  now: number;
}

/** What came of pressing Send, until the next press. `fields`: dotted path → key of `errors.fields`. */
export type Answer =
  | { kind: 'fields'; fields: Record<string, string>; byServer: boolean }
  | { kind: 'error'; error: PortalError }
  | { kind: 'sending' | 'unknown' };

/** The request form: values, rules, draft, and the one way to send. */
export function useRequestForm({ packageId, packageName, policy, draft, timeZone, link, now }: RequestFormSetup) {
  const router = useRouter();
  const graphNow = useGraphNow(now);
  const [start] = useState(() => startValues(policy, draft.content, link.justification));
  const resolver = rulesResolver(policy, () => ({ now: new Date(graphNow()), timeZone }));
  const form = useForm<RequestFormValues>({ defaultValues: start.values, resolver, mode: 'onTouched', shouldFocusError: false });
  const { marks, begin, mark, holding } = useTaken(start);
  const content = useCallback(() => {
    const values = form.getValues();
    return toDraftContent(policy, values, timeZone, holding(values));
  }, [policy, form, timeZone, holding]);
  const name = `request ${packageId}`;
  const restore = (kept: DraftContent) => {
    const again = startValues(policy, kept);
    begin(again);
    form.reset(again.values);
  };
  const saving = useDraft({ draftKey: draft.key, name, form, content, restore });
  const { touch } = saving;
  const formElement = useRef<HTMLFormElement>(null);
  // What the policy asks may turn into something this form cannot: the focus then goes to what stands in its place.
  const formRef = useCallback((element: HTMLFormElement | null) => {
    formElement.current = element;
    const land = landOnHeading(element);
    return () => {
      land?.();
      formElement.current = null;
    };
  }, []);
  const adoptTyped = useEffectEvent(() => {
    const typed = formElement.current ? typedBefore(new FormData(formElement.current), start.values) : {};
    if (typed.answers === undefined && typed.justification === undefined) return;
    const values = form.getValues();
    form.reset({ ...values, ...typed, answers: { ...values.answers, ...typed.answers } });
    touch();
  });
  useEffect(() => adoptTyped(), []);

  // The policy as read again asks something else: what still fits stays.
  const shape = JSON.stringify([policy.policyId, policy.questions, policy.allowCustomAssignmentSchedule]);
  const [shapeAtFirst] = useState(shape);
  const fitted = useRef({ shape, policy });
  const refit = useEffectEvent(() => {
    const typed = form.getValues();
    const again = startValues(policy, toDraftContent(fitted.current.policy, typed, timeZone, holding(typed)));
    fitted.current = { shape, policy };
    begin(again);
    form.reset(again.values, { keepErrors: true });
  });
  useEffect(() => {
    if (fitted.current.shape !== shape) refit();
  }, [shape]);

  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { run, pending } = useAction(submitRequestAction, { resume: name });
  const busy = useRef(false);
  const [leaving, setLeaving] = useState(false);

  const conclude = (next: Answer) => {
    setAnswer(next);
    setAttempt((count) => count + 1);
  };
  const deliver = async (values: RequestFormValues, sendAgain: boolean) => {
    const input = {
      key: draft.key,
      accessPackageId: packageId,
      accessPackageName: packageName,
      policyId: policy.policyId,
      timeZone,
      sendAgain,
    };
    const result = await run({ ...input, ...values });
    if (result.ok && result.value.state === 'sent') {
      saving.settle();
      setLeaving(true);
      return router.replace(paths.request(result.value.requestId));
    }
    if (result.ok) return conclude({ kind: result.value.state === 'unknown' ? 'unknown' : 'sending' });
    if (result.error.kind !== 'invalid') return conclude({ kind: 'error', error: result.error });
    // The policy or its questions changed meanwhile: what still fits stays, the rest is asked anew.
    for (const [path, message] of Object.entries(result.error.fields)) if (isField(path)) form.setError(path, { type: 'server', message });
    conclude({ kind: 'fields', fields: result.error.fields, byServer: true });
    if (result.error.fields.policyId !== undefined) return;
    await saving.save();
    router.refresh();
  };
  const send = async (sendAgain = false) => {
    if (busy.current) return;
    busy.current = true;
    try {
      const check = form.handleSubmit(
        (values) => deliver(values, sendAgain),
        (errors) => conclude({ kind: 'fields', fields: flatErrors(errors), byServer: false }),
      );
      await check();
    } finally {
      busy.current = false;
    }
  };
  useResume(name, ({ text, send: goesOn }) => {
    saving.takeOverText(text);
    if (goesOn) void send();
  });
  const take = (key: string, { values, from }: Offer) => {
    const checked = { shouldDirty: true, shouldTouch: true, shouldValidate: true };
    mark(key, { from, values });
    if (key === 'justification') form.setValue('justification', values[0] ?? '', checked);
    else form.setValue(`answers.${key}`, values, checked);
    focusField(key === 'justification' ? justificationFieldId : questionFieldId(key));
  };
  const changed = start.dropped || shape !== shapeAtFirst;
  return { form, formRef, changed, answer, attempt, sending: pending || leaving, send, saving, marks, take };
}

function isField(path: string): path is `answers.${string}` | 'justification' | 'period.startDay' | 'period.endDay' {
  return path.startsWith('answers.') || ['justification', 'period.startDay', 'period.endDay'].includes(path);
}
