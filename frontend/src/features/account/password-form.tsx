import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../api/accounts';
import { problemOf } from '../../lib/problem';
import { BusyButton } from '../../ui/busy-button';
import { TextField } from '../../ui/text-field';
import { useProblemText } from './use-problem-text';

const NOTHING = { current: '', wanted: '', again: '' };

export function PasswordForm({ login }: { login: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const [given, setGiven] = useState(NOTHING);
  const change = useMutation({
    mutationFn: () => changePassword(given.current, given.wanted),
    onSuccess: async () => {
      setGiven(NOTHING);
      await client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const set = (part: Partial<typeof given>) => {
    setGiven((before) => ({ ...before, ...part }));
    if (!change.isIdle) change.reset();
  };
  const weak = change.isError && problemOf(change.error).code.startsWith('password_');
  const differs = given.again !== '' && given.again !== given.wanted;
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">{t('account.password.title')}</h2>
      <Form
        className="account-form" validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (given.wanted === given.again) change.mutate();
        }}
      >
        {/* Password managers learn from it whose password this is. */}
        <input type="text" autoComplete="username" value={login} readOnly hidden />
        <TextField label={t('account.password.current')} type="password" value={given.current} onChange={(current) => set({ current })} autoComplete="current-password" error={change.isError && !weak ? problem(change.error) : null} />
        <TextField label={t('account.password.new')} hint={t('invitation.password_hint')} type="password" value={given.wanted} onChange={(wanted) => set({ wanted })} autoComplete="new-password" error={weak ? problem(change.error) : null} />
        <TextField label={t('invitation.again')} type="password" value={given.again} onChange={(again) => set({ again })} autoComplete="new-password" error={differs ? t('invitation.differs') : null} />
        <p className="small muted">{t('account.password.ends_others')}</p>
        <p className="row">
          <BusyButton type="submit" className="button" busy={change.isPending}>{t('account.password.change')}</BusyButton>
          <span role="status" className="small">{change.isSuccess && t('account.password.changed')}</span>
        </p>
      </Form>
    </section>
  );
}
