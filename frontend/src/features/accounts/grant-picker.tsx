import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sessionQuery, type GrantInput } from '../../api/accounts';
import { areasQuery, suggestQuery } from '../../api/queries';
import { useDebounced } from '../../lib/use-debounced';
import { SearchBox } from '../../ui/search-box';

const ROLES = ['member', 'keeper', 'council', 'steward', 'administrator'] as const;
type Role = (typeof ROLES)[number];

export interface Picked extends GrantInput {
  name: string | null;
}

/** A role and its place: an office for members, an area or everywhere for others. What may be given, the server says. */
export function GrantPicker({ onPick }: { onPick: (grant: Picked) => void }) {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const everywhere = session.data?.may_everywhere.includes('manage_accounts') ?? false;
  const administrator = session.data?.may_everywhere.includes('manage_settings') ?? false;
  const [role, setRole] = useState<Role>('member');
  const id = useId();
  const place = role === 'member' ? 'office' : 'area';
  const roles = ROLES.filter((one) => one !== 'administrator' || administrator);
  return (
    <fieldset className="grant-picker">
      <legend className="visually-hidden">{t('accounts.grant.legend')}</legend>
      <div className="field">
        <label htmlFor={id}>{t('accounts.grant.role')}</label>
        <select id={id} value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {roles.map((one) => <option key={one} value={one}>{t(`role.${one}`)}</option>)}
        </select>
        <p className="small muted">{t(`role.what.${role}`)}</p>
      </div>
      {role !== 'administrator' && <PlacePicker key={place} kind={place} onPick={(of, name) => onPick({ role, scope: place, of, name })} />}
      {role !== 'member' && everywhere && (
        <p>
          <Button className="button small" onPress={() => onPick({ role, scope: 'everywhere', of: '', name: null })}>{t('accounts.grant.everywhere')}</Button>
        </p>
      )}
    </fieldset>
  );
}

function PlacePicker({ kind, onPick }: { kind: 'office' | 'area'; onPick: (of: string, name: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), 150);
  const offices = useQuery({ ...suggestQuery(asked), enabled: kind === 'office' && asked !== '' });
  const areas = useQuery({ ...areasQuery(asked), enabled: kind === 'area' && asked !== '' });
  const found = asked === '' ? [] : kind === 'office'
    ? (offices.data?.items ?? []).flatMap((one) => (one.kind === 'office' && one.id ? [{ id: one.id, label: one.label, detail: one.detail }] : []))
    : (areas.data?.items ?? []).slice(0, 10).map((one) => ({ id: one.code, label: one.name, detail: one.code }));
  const choose = (id: string) => {
    const one = found.find((candidate) => candidate.id === id);
    if (!one) return;
    setText('');
    onPick(one.id, one.label);
  };
  return (
    <SearchBox
      value={text} label={t(`accounts.grant.find_${kind}`)} placeholder={t(`accounts.grant.find_${kind}`)}
      choices={found.map((one) => ({ ...one, icon: kind === 'office' ? 'home' : 'map', kind: t(`suggestion.${kind}`) }))}
      onChange={setText} onChoose={choose}
      onSubmit={() => found.length === 1 && found[0] && choose(found[0].id)}
    />
  );
}
