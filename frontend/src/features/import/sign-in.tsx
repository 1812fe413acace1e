import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/commands';
import { sessionQuery } from '../../api/queries';
import { problemOf } from '../../lib/problem';
import { BusyButton } from '../../ui/busy-button';

/** The interim guard: whoever runs the server has its key. */
export function SignIn() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [key, setKey] = useState('');
  const entry = useMutation({
    mutationFn: () => signIn(key.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  function change(text: string) {
    setKey(text);
    entry.reset();
  }
  const refused = entry.isError && problemOf(entry.error).status !== undefined;
  return (
    <Form
      className="panel sign-in"
      // A key once refused must not keep the form from being sent again, as the browser's own check would.
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        entry.mutate();
      }}
    >
      <h2>{t('import.sign_in.title')}</h2>
      <p>{t('import.sign_in.text')}</p>
      <TextField className="field" type="password" isRequired isInvalid={entry.isError} value={key} onChange={change} autoComplete="off">
        <Label>{t('import.sign_in.key')}</Label>
        <Input />
        <Text slot="description" className="small muted">{t('import.sign_in.where')}</Text>
        <FieldError className="field-error">
          {entry.isError && t(refused ? 'import.sign_in.wrong' : 'problem.unreachable.remedy')}
        </FieldError>
      </TextField>
      <BusyButton type="submit" className="button primary" busy={entry.isPending}>{t('import.sign_in.enter')}</BusyButton>
    </Form>
  );
}
