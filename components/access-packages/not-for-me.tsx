import { ExternalLink, Mail, User } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Link } from '@/components/ui/link';
import { Cut } from '@/components/status/cut';
import type { Viewer } from '@/lib/auth/viewer';
import { config } from '@/lib/config';
import { myAccessUrl } from '@/lib/my-access';
import { paths } from '@/lib/paths';
import type { RequestLink } from '@/lib/request-link';

/** A package that no policy opens to me, or that is gone: said plainly, then what one can do about it. `asked`: what the address brought along. */
export async function NotForMe({ id, viewer, asked }: { id: string; viewer: Viewer; asked: RequestLink }) {
  const t = await getTranslations('access-packages.notForMe');
  const myAccess = myAccessUrl(id);
  const link = new URL(paths.accessPackage(id), config().origin).href;
  const message = t('message', { name: viewer.name, account: viewer.userPrincipalName, id, link });
  return (
    <div className="page">
      <header>
        <p className="mb-5">
          <Cut packageId={id} size="lg" tone="over" />
        </p>
        <h1>{t('title')}</h1>
        <p className="mt-2 max-w-measure">{t('text')}</p>
      </header>
      <section className="max-w-[50rem]" aria-labelledby="next-steps">
        <div className="sect">
          <h2 className="h2" id="next-steps">
            {t('nextSteps')}
          </h2>
        </div>
        <ul className="list">
          <li className="item todo">
            <Mail className="i mut" aria-hidden="true" />
            <div>
              <p className="name">{t('write')}</p>
              <p className="sm mut">{t('writeText')}</p>
            </div>
            <p className="end">
              <CopyButton text={message} variant="primary">
                {t('copyMessage')}
              </CopyButton>
            </p>
          </li>
          <li className="item todo">
            <User className="i mut" aria-hidden="true" />
            <div>
              <p className="name">{t('account')}</p>
              <p className="sm mut">{t.rich('accountText', { account: () => <bdi>{viewer.userPrincipalName}</bdi> })}</p>
            </div>
            <p className="end">
              <ButtonLink
                variant="quiet"
                size="small"
                href={paths.changeAccount(paths.accessPackage(id, asked.policyId, asked.justification))}
              >
                {t('changeAccount')}
              </ButtonLink>
            </p>
          </li>
          <li className="item todo">
            <ExternalLink className="i mut" aria-hidden="true" />
            <div>
              <p className="name">{t('myAccess')}</p>
              <p className="sm mut">{t(myAccess ? 'myAccessText' : 'myAccessSandbox')}</p>
            </div>
            {myAccess && (
              <p className="end">
                <a className="btn small quiet" href={myAccess}>
                  {t('openMyAccess')}
                </a>
              </p>
            )}
          </li>
        </ul>
        <p className="mt-6">
          <Link href={paths.accessPackages}>{t('seeAll')}</Link>
        </p>
        <p className="xs faint mt-4">
          {t('id')} <bdi className="code">{id}</bdi>
        </p>
      </section>
    </div>
  );
}
