import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changeOwnName } from '../../api/accounts';
import { BusyButton } from '../../ui/busy-button';
import { TextField } from '../../ui/text-field';
import { useProblemText } from './use-problem-text';

export function NameForm({ name }: { name: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const [wanted, setWanted] = useState(name);
  const change = useMutation({
    mutationFn: () => changeOwnName(wanted),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['account'] }), client.invalidateQueries({ queryKey: ['session'] })]),
  });
  return (
    <Form
      className="account-form" validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <TextField
        label={t('account.name')} hint={t('account.name_hint')} value={wanted} autoComplete="name" error={change.isError ? problem(change.error) : null}
        onChange={(text) => {
          setWanted(text);
          change.reset();
        }}
      />
      <p className="row">
        <BusyButton type="submit" className="button" busy={change.isPending}>{t('account.save')}</BusyButton>
        <span role="status" className="small">{change.isSuccess && t('account.saved')}</span>
      </p>
    </Form>
  );
}
