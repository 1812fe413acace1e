import { Button } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../api/types';
import { distance } from '../../lib/format';
import type { SearchState } from '../../lib/search-state';
import { isSystem } from '../../lib/systems';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { Icon } from '../../ui/icons';
import { AreaName } from './area-filter';
import { StrengthName } from './entry-filter';
import type { Update } from './use-search-state';

interface Props {
  state: SearchState;
  update: Update;
  reset: () => void;
  facets: Facets | undefined;
}

interface Tag {
  key: string;
  label: ReactNode;
  without: Partial<SearchState>;
}

/** Every active filter as a tag to remove; what narrows the list is never hidden. */
export function ActiveTags({ state, update, reset, facets }: Props) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const less = (list: string[], item: string) => list.filter((other) => other !== item);
  const tags: Tag[] = [
    ...state.system.filter(isSystem).map((code) => ({ key: code, label: t(`system.name.${code}`), without: { system: less(state.system, code) } })),
    ...state.service.map((code) => ({ key: code, label: serviceName(taxonomy, code, i18n.language), without: { service: less(state.service, code) } })),
    ...state.area.map((code) => ({
      key: `area-${code}`,
      label: facets?.areas.find((area) => area.code === code)?.name ?? <AreaName code={code} />,
      without: { area: less(state.area, code), map: null },
    })),
    ...state.open.map((day) => ({ key: day, label: t(`day.open.${day}`), without: { open: less(state.open, day) } })),
    ...state.strength.map((code) => ({ key: `strength-${code}`, label: <StrengthName code={code} />, without: { strength: less(state.strength, code) } })),
  ];
  if (state.availability) tags.push({ key: 'availability', label: t(`filter.entry.${state.availability}`), without: { availability: null } });
  if (state.checked) tags.push({ key: 'checked', label: t('filter.entry.months', { count: state.checked }), without: { checked: null } });
  if (state.both) tags.push({ key: 'both', label: t('filter.both_long'), without: { both: false } });
  if (state.kyosei) tags.push({ key: 'kyosei', label: t('filter.kyosei'), without: { kyosei: false } });
  if (state.near) {
    const label = state.radius ? t('filter.near.tag', { distance: distance(state.radius, i18n.language) }) : t('filter.near.tag_any');
    tags.push({ key: 'near', label, without: { near: null, radius: null, map: null, sort: state.sort === 'distance' ? null : state.sort } });
  }
  if (state.bbox) tags.push({ key: 'bbox', label: t('filter.bbox'), without: { bbox: null } });
  if (tags.length === 0) return null;
  return (
    <ul className="tags" aria-label={t('filter.active')}>
      {tags.map((tag) => (
        <li key={tag.key}>
          <Button className="tag" onPress={() => update({ ...tag.without, selected: null })}>
            <span>{tag.label}</span>
            <span className="visually-hidden">{t('filter.remove')}</span>
            <Icon name="close" size={16} />
          </Button>
        </li>
      ))}
      {tags.length > 1 && (
        <li><Button className="tag-clear" onPress={reset}>{t('filter.clear_all')}</Button></li>
      )}
    </ul>
  );
}
