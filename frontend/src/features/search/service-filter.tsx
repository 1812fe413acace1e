import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { count } from '../../lib/format';
import { toggle } from '../../lib/search-state';
import { SYSTEMS } from '../../lib/systems';
import { useTaxonomy, type ServiceName } from '../../lib/taxonomy';
import { Check } from '../../ui/check';
import { SystemMark } from '../../ui/system-mark';
import type { FilterProps } from './toolbar';

/** Services of all systems, to be searched in either language, several at a time. */
export function ServiceFilter({ state, update, facets }: FilterProps) {
  const { t, i18n } = useTranslation();
  const { services } = useTaxonomy();
  const [wanted, setWanted] = useState('');
  const counts = new Map(facets?.services.map((service) => [service.code, service.count]));
  const fits = (service: ServiceName) => {
    const text = `${service.ja} ${service.short_ja} ${service.en}`.toLowerCase();
    return text.includes(wanted.normalize('NFKC').trim().toLowerCase());
  };
  const groups = SYSTEMS.map((system) => ({
    system,
    services: services.filter((service) => service.system === system && fits(service)),
  })).filter((group) => group.services.length > 0);

  return (
    <div className="filter-body">
      <TextField className="field" value={wanted} onChange={setWanted}>
        <Label>{t('filter.service.find')}</Label>
        <Input placeholder={t('filter.service.placeholder')} />
      </TextField>
      <div className="filter-scroll">
        {groups.map(({ system, services: members }) => (
          <fieldset key={system} className="filter-group">
            <legend><SystemMark group={system} size={18} /> {t(`system.name.${system}`)}</legend>
            {members.map((service) => (
              <Check
                key={service.code} checked={state.service.includes(service.code)}
                faint={facets !== undefined && !counts.has(service.code)}
                count={facets && count(counts.get(service.code) ?? 0, i18n.language)}
                onChange={() => update({ service: toggle(state.service, service.code), selected: null })}
              >
                {i18n.language === 'en' ? service.en : service.ja}
              </Check>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 && <p className="muted">{t('filter.service.none')}</p>}
      </div>
      {state.service.length > 0 && (
        <Button className="button small" onPress={() => update({ service: [], selected: null })}>{t('filter.clear')}</Button>
      )}
    </div>
  );
}
