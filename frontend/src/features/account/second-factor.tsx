import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from '../../api/accounts';
import type { Enrolment, OwnAccount } from '../../api/types';
import { BusyButton } from '../../ui/busy-button';
import { SvgImage } from '../../ui/svg-image';
import { TextField } from '../../ui/text-field';
import { useProblemText } from './use-problem-text';

/** An authenticator on the telephone, and codes for the day it is lost. */
export function SecondFactor({ account }: { account: OwnAccount }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('account.factor.title')}</h2>
      <p>{t(account.has_second_factor ? 'account.factor.is_on' : 'account.factor.is_off')}</p>
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {!codes && (account.has_second_factor ? <Enrolled account={account} onCodes={setCodes} /> : <Enrol hasPassword={account.has_password} onCodes={setCodes} />)}
    </section>
  );
}

function Enrol({ hasPassword, onCodes }: { hasPassword: boolean; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const problem = useProblemText();
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: () => beginSecondFactor(password) });
  if (begin.data) return <Confirm enrolment={begin.data} onCodes={onCodes} />;
  return (
    <Form
      className="account-form" validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      {hasPassword && (
        <TextField
          label={t('account.password.current')} type="password" value={password} autoComplete="current-password" error={begin.isError ? problem(begin.error) : null}
          onChange={(text) => {
            setPassword(text);
            begin.reset();
          }}
        />
      )}
      {!hasPassword && begin.isError && <p className="field-error" role="alert">{problem(begin.error)}</p>}
      <BusyButton type="submit" className="button primary" busy={begin.isPending}>{t('account.factor.begin')}</BusyButton>
    </Form>
  );
}

function Confirm({ enrolment, onCodes }: { enrolment: Enrolment; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => confirmSecondFactor(code.trim()),
    onSuccess: async ({ codes }) => {
      onCodes(codes);
      await client.invalidateQueries();
    },
  });
  return (
    <div className="enrol">
      {enrolment.qr && <SvgImage className="qr" svg={enrolment.qr} label={t('account.factor.qr')} />}
      <div>
        <ol>
          <li>{t('account.factor.step_app')}</li>
          <li>{t('account.factor.step_scan')} <span className="secret" data-secret>{enrolment.secret}</span></li>
          <li>{t('account.factor.step_code')}</li>
        </ol>
        <Form
          className="account-form" validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          <TextField
            label={t('account.factor.code')} value={code} inputMode="numeric" autoComplete="one-time-code" error={confirm.isError ? problem(confirm.error) : null}
            onChange={(text) => {
              setCode(text);
              confirm.reset();
            }}
          />
          <BusyButton type="submit" className="button primary" busy={confirm.isPending}>{t('account.factor.confirm')}</BusyButton>
        </Form>
      </div>
    </div>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="panel notice" role="status">
      <h3>{t('account.factor.codes_title')}</h3>
      <p>{t('account.factor.codes_text')}</p>
      <ol className="codes">{codes.map((code) => <li key={code}>{code}</li>)}</ol>
      <p className="row no-print">
        <Button className="button" onPress={() => window.print()}>{t('account.factor.print')}</Button>
        <Button className="button primary" onPress={onDone}>{t('account.factor.kept')}</Button>
      </p>
    </div>
  );
}

function Enrolled({ account, onCodes }: { account: OwnAccount; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const [proof, setProof] = useState({ password: '', code: '' });
  const done = async (outcome: unknown) => {
    setProof({ password: '', code: '' });
    if (typeof outcome === 'object' && outcome && 'codes' in outcome) onCodes((outcome as { codes: string[] }).codes);
    await client.invalidateQueries();
  };
  const act = useMutation({
    mutationFn: (what: 'renew' | 'remove') =>
      what === 'renew' ? renewRecoveryCodes(proof.password, proof.code) : removeSecondFactor(proof.password, proof.code),
    onSuccess: done,
  });
  const set = (part: Partial<typeof proof>) => {
    setProof((before) => ({ ...before, ...part }));
    act.reset();
  };
  return (
    <details>
      <summary>{t('account.factor.change', { count: account.recovery_codes })}</summary>
      <div className="account-form">
        {account.has_password && <TextField label={t('account.password.current')} type="password" value={proof.password} onChange={(password) => set({ password })} autoComplete="current-password" />}
        <TextField label={t('sign_in.code')} hint={t('sign_in.code_hint')} value={proof.code} onChange={(code) => set({ code })} autoComplete="one-time-code" error={act.isError ? problem(act.error) : null} />
        <p className="row">
          <BusyButton className="button" busy={act.isPending} onPress={() => act.mutate('renew')}>{t('account.factor.renew')}</BusyButton>
          <BusyButton className="button" busy={act.isPending} onPress={() => act.mutate('remove')}>{t('account.factor.remove')}</BusyButton>
        </p>
      </div>
    </details>
  );
}
