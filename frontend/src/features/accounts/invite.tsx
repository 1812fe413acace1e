import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { createAccount, sessionQuery, type Delivery } from '../../api/accounts';
import type { Link } from '../../api/types';
import { problemOf } from '../../lib/problem';
import { BusyButton } from '../../ui/busy-button';
import { RoleList } from '../../ui/role-list';
import { ErrorPanel } from '../../ui/states';
import { TextField } from '../../ui/text-field';
import { GrantPicker, type Picked } from './grant-picker';

const FIELDS: Record<string, 'login' | 'name' | 'email'> = { login_refused: 'login', account_taken: 'login', name_refused: 'name', email_refused: 'email' };

/** A new account with its roles, and how the invitation reaches its owner. */
export function Invite({ onMade, onCancel }: { onMade: (link: Link) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const [given, setGiven] = useState({ login: '', name: '', email: '' });
  const [grants, setGrants] = useState<Picked[]>([]);
  const make = useMutation({
    mutationFn: (delivery: Delivery) =>
      createAccount({ ...given, email: given.email.trim() || null, grants: grants.map(({ role, scope, of }) => ({ role, scope, of })), delivery }),
    onSuccess: async (link) => {
      await client.invalidateQueries({ queryKey: ['accounts'] });
      onMade(link);
    },
  });
  const set = (part: Partial<typeof given>) => {
    setGiven((before) => ({ ...before, ...part }));
    make.reset();
  };
  const code = make.isError ? problemOf(make.error).code : '';
  const at = (field: string) => (FIELDS[code] === field ? t(`problem.${code}.remedy`) : null);
  const add = (grant: Picked) => {
    make.reset();
    setGrants((all) => [...all.filter((one) => !same(one, grant)), grant]);
  };
  return (
    <Form className="panel" validationBehavior="aria" onSubmit={(event) => { event.preventDefault(); make.mutate('slip'); }}>
      <h2>{t('accounts.invite.title')}</h2>
      <div className="account-form">
        <TextField label={t('sign_in.login')} hint={t('accounts.login_hint')} value={given.login} onChange={(login) => set({ login })} autoComplete="off" isRequired error={at('login')} />
        <TextField label={t('account.name')} value={given.name} onChange={(name) => set({ name })} autoComplete="off" isRequired error={at('name')} />
        <TextField label={t('accounts.email')} inputMode="email" value={given.email} onChange={(email) => set({ email })} autoComplete="off" error={at('email')} />
        <h3>{t('account.roles')}</h3>
        <RoleList
          grants={grants} none={t('accounts.invite.no_roles')}
          after={(grant) => <Button className="button small" onPress={() => setGrants((all) => all.filter((one) => !same(one, grant)))}>{t('accounts.grant.remove')}</Button>}
        />
        <GrantPicker onPick={add} />
      </div>
      {make.isError && !FIELDS[code] && <ErrorPanel error={make.error} />}
      <p className="row">
        <BusyButton type="submit" className="button primary" busy={make.isPending}>{t('accounts.invite.by_slip')}</BusyButton>
        {session.data?.mail && <BusyButton className="button" busy={make.isPending} isDisabled={given.email.trim() === ''} onPress={() => make.mutate('mail')}>{t('accounts.invite.by_mail')}</BusyButton>}
        <Button className="button" onPress={onCancel}>{t('accounts.invite.cancel')}</Button>
      </p>
    </Form>
  );
}

const same = (a: Picked, b: Picked) => a.role === b.role && a.scope === b.scope && a.of === b.of;
