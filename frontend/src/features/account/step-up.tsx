import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { giveSecondFactor } from '../../api/accounts';
import { BusyButton } from '../../ui/busy-button';
import { TextField } from '../../ui/text-field';
import { useProblemText } from './use-problem-text';

/** The code of an enrolled second factor, where the session began without: after a link or single sign-on. */
export function StepUp() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const [code, setCode] = useState('');
  const give = useMutation({ mutationFn: () => giveSecondFactor(code.trim()), onSuccess: () => client.invalidateQueries() });
  return (
    <Form
      className="panel warning" validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <h2>{t('account.step_up.title')}</h2>
      <p>{t('account.step_up.text')}</p>
      <div className="account-form">
        <TextField
          label={t('sign_in.code')} hint={t('sign_in.code_hint')} value={code} autoComplete="one-time-code" error={give.isError ? problem(give.error) : null}
          onChange={(text) => {
            setCode(text);
            give.reset();
          }}
        />
        <BusyButton type="submit" className="button primary" busy={give.isPending}>{t('account.step_up.give')}</BusyButton>
      </div>
    </Form>
  );
}
