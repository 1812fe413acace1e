import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changeAccount } from '../../api/accounts';
import type { Account } from '../../api/types';
import { problemOf } from '../../lib/problem';
import { BusyButton } from '../../ui/busy-button';
import { TextField } from '../../ui/text-field';

/** Name and address of mail. The login stays: history and slips name it. */
export function Description({ account }: { account: Account }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [given, setGiven] = useState({ name: account.name, email: account.email ?? '' });
  const change = useMutation({
    mutationFn: () => changeAccount(account.id, { name: given.name, email: given.email.trim() || null }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const set = (part: Partial<typeof given>) => {
    setGiven((before) => ({ ...before, ...part }));
    change.reset();
  };
  const key = change.isError ? `problem.${problemOf(change.error).code}.remedy` : '';
  const wrong = change.isError ? (i18n.exists(key) ? t(key) : t('problem.other.remedy')) : null;
  return (
    <Form
      className="panel" validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <div className="account-form">
        <TextField label={t('sign_in.login')} value={account.login} isReadOnly />
        <TextField label={t('account.name')} value={given.name} onChange={(name) => set({ name })} autoComplete="off" />
        <TextField label={t('accounts.email')} value={given.email} inputMode="email" onChange={(email) => set({ email })} autoComplete="off" error={wrong} />
      </div>
      <p className="row">
        <BusyButton type="submit" className="button" busy={change.isPending}>{t('account.save')}</BusyButton>
        <span role="status" className="small">{change.isSuccess && t('account.saved')}</span>
      </p>
    </Form>
  );
}
