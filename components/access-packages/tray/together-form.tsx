'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { useSendKeys } from '@/components/form/use-send-keys';
import { useWaiting } from '@/components/form/use-waiting';
import { useViewer } from '@/components/shell/viewer-context';
import { Button, ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { DraftNote } from '../draft-note';
import { Justifications } from './justifications';
import { LeftOut } from './left-out';
import { PackagePart } from './package-part';
import { isSame } from './pairs';
import { PeoplePart } from './people-part';
import { planQuestions } from './question-plan';
import { SharedQuestions } from './shared-questions';
import { chosenWays } from './together-package';
import { StillOpen, TogetherAside } from './together-aside';
import { TogetherHead } from './together-head';
import { useTogether, type TogetherSetup } from './use-together';

/* What comes after a press has chunks of its own, fetched while one reads: the form comes first. */
const loadSent = () => import('./sent-list');
const loadFaults = () => import('./together-fault-list');
const SentList = lazy(loadSent);
const TogetherFaultList = lazy(loadFaults);

/** Several packages for several people on one page: what is asked alike is answered once; each request is sent on its own and has its own result. */
export function TogetherForm(setup: TogetherSetup) {
  const t = useTranslations('tray');
  const others = useTranslations('for-others');
  const { oid } = useViewer();
  const { now, isAlone } = setup;
  const page = useTogether(setup);
  const { form, people, open, left, rows, faults, attempt, progress, isOver } = page;
  const policies = useWatch({ control: form.control, name: 'policies' });
  const chosen = chosenWays(open.packages, policies);
  const plan = planQuestions(chosen);
  const waiting = useWaiting(page.stopped, now);
  const press = () => waiting === undefined && void page.send();
  useSendKeys(press);
  useEffect(() => {
    for (const load of [loadSent, loadFaults]) load().catch(() => undefined);
  }, []);
  const isForOthers =
    isAlone || people.some(({ objectId }) => !isSame(objectId, oid)) || rows.some(({ person }) => !isSame(person.objectId, oid));
  const count = Math.max(open.pairs.length, 1);
  const still = { open, chosen, plan, control: form.control };
  // All that was chosen is mine already: it can still be asked for others.
  const asksWhom = open.packages.length === 0 && rows.length === 0 && setup.packages.some(({ closed }) => closed === null);
  return (
    <>
      <TogetherHead of={setup.packages} open={open} isAlone={isAlone} isForOthers={isForOthers} sent={isOver ? rows : null} />
      <div className="cols [--cols:minmax(0,40rem)_minmax(15rem,19rem)]">
        <div>
          {rows.length > 0 && (
            <Suspense fallback={null}>
              <SentList
                rows={rows}
                untried={page.stopped ? open.pairs.length - rows.filter(({ sent, isLeft }) => sent.kind === 'error' && !isLeft).length : 0}
                attempt={attempt}
                isForOthers={isForOthers}
                onSendAgain={page.sendAgain}
                onLeave={page.leave}
              />
            </Suspense>
          )}
          <LeftOut
            packages={left}
            isOpen={(id) => open.packages.some((each) => each.id === id)}
            onTakeOut={isAlone ? undefined : page.takeOut}
          />
          {!setup.mineReadable && <p className="note mt-6">{t('mineUnread')}</p>}
          {(open.packages.length > 0 || asksWhom) && (
            <form
              className={rows.length > 0 ? 'form mt-12 [&>section]:mt-0' : 'form [&>section]:mt-0'}
              noValidate
              method="post"
              onSubmit={(event) => {
                event.preventDefault();
                press();
              }}
            >
              {Object.keys(faults).length > 0 && (
                <Suspense fallback={null}>
                  <TogetherFaultList faults={faults} packages={open.packages} people={people} plan={plan} now={now} attempt={attempt} />
                </Suspense>
              )}
              <PeoplePart form={form} />
              {plan.shared.length > 0 && <SharedQuestions shared={plan.shared} open={open} form={form} />}
              <Justifications form={form} chosen={chosen} open={open} isForOthers={isForOthers} />
              {open.packages.map((each) => (
                <PackagePart
                  key={each.id}
                  of={each}
                  chosen={chosen.find(({ packageId }) => packageId === each.id)?.policy ?? null}
                  own={plan.own.get(each.id) ?? []}
                  pairs={open.pairs}
                  isForOthers={isForOthers}
                  form={form}
                  notTaken={rows.filter(({ packageId, sent, isLeft }) => packageId === each.id && sent.kind === 'error' && !isLeft)}
                  now={now}
                  onTakeOut={isAlone ? undefined : () => page.takeOut(each.id)}
                />
              ))}
              {open.packages.length > 0 && (
                <FormSection title={t('sendTitle')}>
                  <p className="sm mut">{t('eachOnItsOwn', { count })}</p>
                  {isForOthers && <p className="sm mut mt-1">{others('checkedWhenSent')}</p>}
                  <div className="row wrap mt-4 gap-4 foot-act">
                    <Button
                      type="submit"
                      variant="primary"
                      pending={page.sending}
                      pendingLabel={progress && progress.of > 1 ? others('sendingOf', progress) : t('sending')}
                      {...(waiting ? { reason: waiting } : {})}
                    >
                      {t('send', { count })} <kbd>{t('sendKey')}</kbd>
                    </Button>
                    <span className="only-narrow">
                      <StillOpen {...still} isShort />
                    </span>
                    <DraftNote state={page.saving.state} />
                  </div>
                </FormSection>
              )}
            </form>
          )}
          {open.packages.length === 0 && (
            <p className="row wrap mt-6">
              <ButtonLink
                {...(rows.length > 0 ? { variant: 'primary' as const } : {})}
                href={isForOthers ? paths.requestsForOthers : paths.requests}
              >
                {isForOthers ? others('seeRequests') : t('seeRequests')}
              </ButtonLink>
              <ButtonLink variant="quiet" href={paths.accessPackages}>
                {t('backToAvailable')}
              </ButtonLink>
            </p>
          )}
        </div>
        {open.packages.length > 0 && <TogetherAside {...still} />}
      </div>
    </>
  );
}
