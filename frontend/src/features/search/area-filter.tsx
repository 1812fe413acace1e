import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { areaQuery, areasQuery } from '../../api/queries';
import { count } from '../../lib/format';
import { toggle } from '../../lib/search-state';
import { useDebounced } from '../../lib/use-debounced';
import { Check } from '../../ui/check';
import type { FilterProps } from './toolbar';

interface Row {
  code: string;
  name: string;
  count?: number;
}

/** Municipalities of the current result with their counts; any other area is found by its name. */
export function AreaFilter({ state, update, facets }: FilterProps) {
  const { t, i18n } = useTranslation();
  const [wanted, setWanted] = useState('');
  const asked = useDebounced(wanted.trim(), 200);
  const found = useQuery({ ...areasQuery(asked), enabled: asked !== '' });
  const listed: Row[] = asked === '' ? (facets?.areas ?? []) : (found.data?.items ?? []).map(({ code, name }) => ({ code, name }));
  const chosen = state.area.filter((code) => !listed.some((row) => row.code === code));

  const change = (code: string) => update({ area: toggle(state.area, code), selected: null, map: null });
  return (
    <div className="filter-body">
      <TextField className="field" value={wanted} onChange={setWanted}>
        <Label>{t('filter.area.find')}</Label>
        <Input placeholder={t('filter.area.placeholder')} />
      </TextField>
      <div className="filter-scroll">
        {chosen.map((code) => (
          <Check key={code} checked onChange={() => change(code)}><AreaName code={code} /></Check>
        ))}
        {listed.map((row) => (
          <Check
            key={row.code} checked={state.area.includes(row.code)} onChange={() => change(row.code)}
            count={row.count === undefined ? undefined : count(row.count, i18n.language)}
          >
            {row.name}
          </Check>
        ))}
        {asked !== '' && found.isSuccess && listed.length === 0 && <p className="muted">{t('filter.area.none')}</p>}
      </div>
      {state.area.length > 0 && (
        <Button className="button small" onPress={() => update({ area: [], selected: null, map: null })}>{t('filter.clear')}</Button>
      )}
    </div>
  );
}

/** Name of an area known only by its code, as after following a link. */
export function AreaName({ code }: { code: string }) {
  const area = useQuery(areaQuery(code));
  return <>{area.data?.name ?? code}</>;
}
