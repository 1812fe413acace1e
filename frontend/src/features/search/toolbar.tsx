import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../api/types';
import { useSuggestions } from '../../api/use-suggestions';
import { count } from '../../lib/format';
import type { LatLon } from '../../lib/office';
import { activeCount, type SearchState } from '../../lib/search-state';
import { choices, target } from '../../lib/suggestion';
import { Icon } from '../../ui/icons';
import { SearchBox } from '../../ui/search-box';
import { AreaFilter } from './area-filter';
import { ConditionFilter } from './condition-filter';
import { EntryFilter } from './entry-filter';
import { NearFilter } from './near-filter';
import { ServiceFilter } from './service-filter';
import { SystemFilter } from './system-filter';
import type { Update } from './use-search-state';

interface Props {
  state: SearchState;
  update: Update;
  facets: Facets | undefined;
  center: LatLon | null;
  total: number | undefined;
  wide: boolean;
}

/** `center` is the middle of the map where there is one. */
export type FilterProps = Omit<Props, 'total' | 'wide'>;

const FILTERS = [
  { key: 'service', Filter: ServiceFilter, active: (s: SearchState) => s.service.length },
  { key: 'area', Filter: AreaFilter, active: (s: SearchState) => s.area.length },
  { key: 'near', Filter: NearFilter, active: (s: SearchState) => Number(s.near !== null) },
  { key: 'condition', Filter: ConditionFilter, active: (s: SearchState) => s.open.length },
  { key: 'entry', Filter: EntryFilter, active: (s: SearchState) => s.strength.length + Number(s.availability !== null) + Number(s.checked !== null) },
] as const;

export function Toolbar({ total, wide, ...props }: Props) {
  return (
    <div className="toolbar">
      <div className="toolbar-row">
        <Words state={props.state} update={props.update} />
        {wide ? <Popovers {...props} /> : <Everything {...props} total={total} />}
      </div>
      <SystemFilter {...props} />
    </div>
  );
}

function Words({ state, update }: { state: SearchState; update: Update }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(state.q);
  useEffect(() => setText(state.q), [state.q]);
  const suggestions = useSuggestions(text === state.q ? '' : text);

  function choose(id: string) {
    const suggestion = suggestions[Number(id)];
    if (!suggestion) return;
    const to = target(suggestion);
    if (to.to === 'office') void navigate({ to: '/offices/$id', params: { id: to.id } });
    else if (to.to === 'organization') void navigate({ to: '/organizations/$id', params: { id: to.id } });
    else if (to.to === 'glossary') void navigate({ to: '/glossary', hash: to.code });
    else {
      setText(to.q);
      update({
        q: to.q, selected: null, map: null,
        ...(to.service ? { service: [...new Set([...state.service, to.service])] } : {}),
        ...(to.area ? { area: [to.area] } : {}),
      });
    }
  }

  return (
    <SearchBox
      value={text} label={t('search.label')} placeholder={t('search.placeholder_short')}
      choices={choices(suggestions, (kind) => t(`suggestion.${kind}`))}
      onChange={setText}
      onSubmit={(q) => update({ q: q.trim(), selected: null, map: null })}
      onChoose={choose}
    />
  );
}

function Popovers(props: FilterProps) {
  const { t } = useTranslation();
  return (
    <div className="filter-buttons" role="group" aria-label={t('filter.label')}>
      {FILTERS.map(({ key, Filter, active }) => {
        const number = active(props.state);
        return (
          <DialogTrigger key={key}>
            <Button className={number > 0 ? 'button filter-button active' : 'button filter-button'}>
              {t(`filter.${key}.label`)}
              {number > 0 && <span className="filter-count">{number}</span>}
              <Icon name="down" size={16} />
            </Button>
            <Popover className="popover" placement="bottom start">
              <Dialog className="filter-dialog" aria-label={t(`filter.${key}.label`)}>
                <Filter {...props} />
              </Dialog>
            </Popover>
          </DialogTrigger>
        );
      })}
    </div>
  );
}

/** All filters on one sheet, for a phone. */
function Everything({ total, ...props }: FilterProps & { total: number | undefined }) {
  const { t, i18n } = useTranslation();
  const active = activeCount(props.state);
  return (
    <DialogTrigger>
      <Button className={active > 0 ? 'button filter-button active' : 'button filter-button'}>
        <Icon name="filter" /> {t('filter.open')}
        {active > 0 && <span className="filter-count">{active}</span>}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="sheet">
          <Dialog className="sheet-dialog">
            {({ close }) => (
              <>
                <Heading slot="title">{t('filter.label')}</Heading>
                <div className="sheet-body">
                  {FILTERS.map(({ key, Filter }) => (
                    <section key={key}>
                      <h3>{t(`filter.${key}.label`)}</h3>
                      <Filter {...props} />
                    </section>
                  ))}
                </div>
                <Button className="button primary wide" onPress={close}>
                  {total === undefined ? t('state.close') : t('filter.show', { total: count(total, i18n.language) })}
                </Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
