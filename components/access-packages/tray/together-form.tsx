'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { useSendKeys } from '@/components/form/use-send-keys';
import { useWaiting } from '@/components/form/use-waiting';
import { Button, ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { DraftNote } from '../draft-note';
import { Justifications } from './justifications';
import { LeftOut } from './left-out';
import { PackagePart } from './package-part';
import { planQuestions } from './question-plan';
import { SentList } from './sent-list';
import { SharedQuestions } from './shared-questions';
import { chosenWays } from './together-package';
import { TogetherAside } from './together-aside';
import { TogetherFaultList } from './together-fault-list';
import { useTogether, type TogetherSetup } from './use-together';

/** Several packages on one page: what they ask alike is answered once; each is sent on its own and has its own result. */
export function TogetherForm(setup: TogetherSetup) {
  const t = useTranslations('tray');
  const { now } = setup;
  const { form, open, left, rows, faults, stopped, attempt, sending, isOver, send, sendAgain, takeOut, saving } = useTogether(setup);
  const policies = useWatch({ control: form.control, name: 'policies' });
  const chosen = chosenWays(open, policies);
  const plan = planQuestions(chosen);
  const waiting = useWaiting(stopped, now);
  const press = () => waiting === undefined && void send();
  useSendKeys(press);
  return (
    <>
      <header>
        <nav className="sm row only-wide mb-3" aria-label={t('wayBack')}>
          <Link className="mut" href={paths.accessPackages}>
            {t('available')}
          </Link>
        </nav>
        <h1>{isOver ? t('allSent', { count: rows.length }) : t('heading', { count: open.length })}</h1>
        {!isOver && open.length > 0 && <p className="mut mt-1">{t('intro', { count: open.length })}</p>}
      </header>
      <div className="cols [--cols:minmax(0,40rem)_minmax(15rem,19rem)]">
        <div>
          {rows.length > 0 && <SentList rows={rows} attempt={attempt} now={now} onSendAgain={sendAgain} />}
          <LeftOut packages={left} onTakeOut={takeOut} />
          {!setup.mineReadable && <p className="note mt-6">{t('mineUnread')}</p>}
          {open.length > 0 && (
            <form
              className={rows.length > 0 ? 'form mt-12 [&>section]:mt-0' : 'form [&>section]:mt-0'}
              noValidate
              method="post"
              onSubmit={(event) => {
                event.preventDefault();
                press();
              }}
            >
              <TogetherFaultList faults={faults} packages={open} plan={plan} now={now} attempt={attempt} />
              {plan.shared.length > 0 && <SharedQuestions shared={plan.shared} packages={open} control={form.control} />}
              <Justifications form={form} chosen={chosen} packages={open} />
              {open.map((each) => (
                <PackagePart
                  key={each.id}
                  of={each}
                  chosen={chosen.find(({ packageId }) => packageId === each.id)?.policy ?? null}
                  own={plan.own.get(each.id) ?? []}
                  form={form}
                  error={rows.find((row) => row.packageId === each.id)?.sent ?? null}
                  now={now}
                  onTakeOut={() => takeOut(each.id)}
                />
              ))}
              <FormSection title={t('sendTitle')}>
                <p className="sm mut">{t('eachOnItsOwn', { count: open.length })}</p>
                <div className="row wrap mt-4 gap-4 foot-act">
                  <Button
                    type="submit"
                    variant="primary"
                    pending={sending}
                    pendingLabel={t('sending')}
                    {...(waiting ? { reason: waiting } : {})}
                  >
                    {t('send', { count: open.length })} <kbd>{t('sendKey')}</kbd>
                  </Button>
                  <DraftNote state={saving.state} />
                </div>
              </FormSection>
            </form>
          )}
          {open.length === 0 && (
            <p className="row wrap mt-6">
              <ButtonLink {...(rows.length > 0 ? { variant: 'primary' as const } : {})} href={paths.requests}>
                {t('seeRequests')}
              </ButtonLink>
              <ButtonLink variant="quiet" href={paths.accessPackages}>
                {t('backToAvailable')}
              </ButtonLink>
            </p>
          )}
        </div>
        {open.length > 0 && <TogetherAside packages={open} chosen={chosen} plan={plan} control={form.control} />}
      </div>
    </>
  );
}
