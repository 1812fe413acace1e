import './account.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownAccountQuery, sessionQuery } from '../../api/accounts';
import type { OwnAccount } from '../../api/types';
import { useTitle } from '../../lib/use-title';
import { RoleList } from '../../ui/role-list';
import { ErrorPanel, Loading } from '../../ui/states';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { SecondFactor } from './second-factor';
import { OwnSessions } from './sessions';
import { StepUp } from './step-up';

/** One's own account: name, roles, password, second factor, sessions. */
export function AccountPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const signed = session.data?.signed;
  const account = useQuery({ ...ownAccountQuery, enabled: Boolean(signed) });
  useTitle(t('account.title'), t('shell.name'));
  return (
    <div className="page narrow">
      <h1>{t('account.title')}</h1>
      {session.data && !signed && (
        <p className="panel notice"><Link to="/sign-in" search={{ next: '/account' }}>{t('account.sign_in_first')}</Link></p>
      )}
      {(session.isPending || (signed && account.isPending)) && <Loading />}
      {account.isError && <ErrorPanel error={account.error} onRetry={() => void account.refetch()} />}
      {signed?.second_factor === 'enrolled' && signed.waiting && <StepUp />}
      {signed?.second_factor === 'required' && <p className="panel warning" role="status">{t('account.factor_required')}</p>}
      {account.data && <Sections account={account.data} enrolFirst={signed?.second_factor === 'required'} />}
    </div>
  );
}

function Sections({ account, enrolFirst }: { account: OwnAccount; enrolFirst: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {enrolFirst && <SecondFactor account={account} />}
      <section className="panel" aria-labelledby="who">
        <h2 id="who">{t('account.who')}</h2>
        <dl className="facts">
          <dt>{t('sign_in.login')}</dt>
          <dd>{account.login}</dd>
          <dt>{t('account.email')}</dt>
          <dd>{account.email ?? t('account.no_email')}</dd>
        </dl>
        <NameForm name={account.name} />
        <h3>{t('account.roles')}</h3>
        <RoleList grants={account.grants} none={t('account.no_roles')} />
        <p className="small"><Link to="/permissions">{t('account.what_roles_may')}</Link></p>
      </section>
      {account.has_password && <PasswordForm login={account.login} />}
      {!enrolFirst && <SecondFactor account={account} />}
      <OwnSessions />
    </>
  );
}
