import './account.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { lookAtLink, takeLink } from '../../api/accounts';
import type { LinkPurpose } from '../../api/types';
import { dateTime } from '../../lib/format';
import { problemOf } from '../../lib/problem';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { TextField } from '../../ui/text-field';
import { useProblemText } from './use-problem-text';

/** Takes a one-time link up. Its token stands after `#`, where no server and no log sees it, and leaves the address at once. */
export function InvitationPage() {
  const { t } = useTranslation();
  const [token, setToken] = useState(() => location.hash.slice(1));
  const look = useMutation({ mutationFn: lookAtLink });
  const problem = useProblemText();
  const asked = useRef(false);
  useTitle(t('invitation.title'), t('shell.name'));
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
    if (!token || asked.current) return;
    asked.current = true;
    look.mutate(token);
  }, [token, look]);

  return (
    <div className="page narrow">
      <h1>{t('invitation.title')}</h1>
      {look.data ? <Take token={token} purpose={look.data} /> : (
        <Form
          className="panel account-form" validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            look.mutate(token);
          }}
        >
          <p>{t('invitation.type_code')}</p>
          <TextField
            label={t('invitation.code')} value={token} autoComplete="off" isRequired error={look.isError ? problem(look.error) : null}
            onChange={(text) => {
              setToken(text);
              look.reset();
            }}
          />
          <BusyButton type="submit" className="button primary" busy={look.isPending}>{t('invitation.go_on')}</BusyButton>
        </Form>
      )}
    </div>
  );
}

function Take({ token, purpose }: { token: string; purpose: LinkPurpose }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const problem = useProblemText();
  const [given, setGiven] = useState({ login: '', name: '', password: '', again: '' });
  const setup = purpose.kind === 'setup';
  const take = useMutation({
    mutationFn: () => takeLink({ token, password: given.password, ...(setup ? { login: given.login, name: given.name } : {}) }),
    onSuccess: async () => {
      await client.invalidateQueries();
      await navigate({ to: '/account', replace: true });
    },
  });
  const change = (part: Partial<typeof given>) => {
    setGiven((before) => ({ ...before, ...part }));
    take.reset();
  };
  const code = take.isError ? problemOf(take.error).code : '';
  const error = (codes: string[]) => (codes.includes(code) ? problem(take.error) : null);
  const differs = given.again !== '' && given.again !== given.password;
  const elsewhere = take.isError && !['login_refused', 'name_refused'].includes(code) && !code.startsWith('password_');
  return (
    <Form
      className="panel account-form" validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        if (given.again === given.password) take.mutate();
      }}
    >
      <p>{t(`invitation.lead.${purpose.kind}`, { name: purpose.name ?? '' })}</p>
      {setup ? (
        <>
          <TextField label={t('invitation.login')} hint={t('invitation.login_hint')} value={given.login} onChange={(login) => change({ login })} autoComplete="username" isRequired error={error(['login_refused'])} />
          <TextField label={t('invitation.name')} value={given.name} onChange={(name) => change({ name })} autoComplete="name" isRequired error={error(['name_refused'])} />
        </>
      ) : (
        <TextField label={t('sign_in.login')} value={purpose.login ?? ''} isReadOnly autoComplete="username" />
      )}
      <TextField
        label={t('invitation.password')} hint={t('invitation.password_hint')} type="password" value={given.password} autoComplete="new-password"
        onChange={(password) => change({ password })} isRequired error={error(['password_short', 'password_long', 'password_guessable'])}
      />
      <TextField
        label={t('invitation.again')} type="password" value={given.again} onChange={(again) => change({ again })} autoComplete="new-password"
        isRequired error={differs ? t('invitation.differs') : null}
      />
      {elsewhere && <p className="field-error" role="alert">{problem(take.error)}</p>}
      <BusyButton type="submit" className="button primary" busy={take.isPending}>{t('invitation.take')}</BusyButton>
      <p className="small muted">{t('invitation.until', { at: dateTime(purpose.ends_at, i18n.language) })}</p>
    </Form>
  );
}
