import './account.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sessionQuery, signIn, singleSignOnHref } from '../../api/accounts';
import { safeNext } from '../../lib/next';
import { problemOf } from '../../lib/problem';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { TextField } from '../../ui/text-field';
import { useProblemText } from './use-problem-text';

/** Login and password, and the code of the second factor once the server asks for it. */
export function SignInPage() {
  const { t } = useTranslation();
  const { next, failed } = useSearch({ from: '/sign-in' });
  const session = useQuery(sessionQuery);
  const navigate = useNavigate();
  const router = useRouter();
  const there = safeNext(next, location.origin);
  const signed = Boolean(session.data?.signed);
  const waiting = session.data?.signed?.waiting ?? false;
  useTitle(t('sign_in.title'), t('shell.name'));
  useEffect(() => {
    if (!signed) return;
    // Roles that wait for the second factor: first things first.
    if (waiting) void navigate({ to: '/account', replace: true });
    else router.history.replace(there);
  }, [signed, waiting, there, navigate, router]);

  return (
    <div className="page narrow">
      <h1>{t('sign_in.title')}</h1>
      {session.data && !session.data.directory_is_public && <p>{t('sign_in.closed')}</p>}
      {session.data?.needs_setup && <p className="panel notice">{t('sign_in.needs_setup')}</p>}
      <div className="panel account-form">
        {failed && <p className="field-error" role="alert">{t('sign_in.single_failed')}</p>}
        <SignInForm />
        {session.data?.single_sign_on && (
          <>
            <p className="account-or">{t('sign_in.or')}</p>
            <a className="button wide" href={singleSignOnHref(there)}>{t('sign_in.single', { name: session.data.single_sign_on })}</a>
          </>
        )}
      </div>
      <p className="small muted">{t('sign_in.forgotten')}</p>
      <p className="small"><Link to="/invitation">{t('sign_in.have_code')}</Link></p>
    </div>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const [given, setGiven] = useState({ login: '', password: '', code: '' });
  const [asksCode, setAsksCode] = useState(false);
  const entry = useMutation({
    mutationFn: () => signIn(given.login.trim(), given.password, given.code.trim()),
    // What a visitor saw may be less than what this person sees.
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => setAsksCode((asked) => asked || problemOf(error).code === 'code_needed'),
  });
  const change = (part: Partial<typeof given>) => {
    setGiven((before) => ({ ...before, ...part }));
    entry.reset();
  };
  const wrong = entry.isError && problemOf(entry.error).code !== 'code_needed' ? problem(entry.error) : null;
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        entry.mutate();
      }}
    >
      <TextField label={t('sign_in.login')} value={given.login} onChange={(login) => change({ login })} autoComplete="username" isRequired />
      <TextField
        label={t('sign_in.password')} type="password" value={given.password} onChange={(password) => change({ password })}
        autoComplete="current-password" isRequired error={asksCode ? null : wrong}
      />
      {asksCode && (
        <TextField
          label={t('sign_in.code')} hint={t('sign_in.code_hint')} value={given.code} onChange={(code) => change({ code })}
          autoComplete="one-time-code" autoFocus isRequired error={wrong}
        />
      )}
      <BusyButton type="submit" className="button primary wide" busy={entry.isPending}>{t('sign_in.enter')}</BusyButton>
    </Form>
  );
}
