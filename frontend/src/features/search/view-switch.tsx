import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SearchState } from '../../lib/search-state';
import { Icon } from '../../ui/icons';

/** On a phone: list or map, at the bottom where a thumb reaches. */
export function ViewSwitch({ view, onChange }: { view: SearchState['view']; onChange: (view: SearchState['view']) => void }) {
  const { t } = useTranslation();
  const other = view === 'list' ? 'map' : 'list';
  return (
    <div className="view-switch">
      <Button className="button primary round" onPress={() => onChange(other)}>
        <Icon name={other} /> {t(`search.show_${other}`)}
      </Button>
    </div>
  );
}
