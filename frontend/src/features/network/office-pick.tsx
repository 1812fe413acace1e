import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NetworkView } from '../../api/network';
import { lookedUp } from '../../lib/sheet';
import { isSystem } from '../../lib/systems';
import { Icon } from '../../ui/icons';
import { SystemMark } from '../../ui/system-mark';

/** Offered at once: who has more to choose from types on. */
const OFFERED = 20;

interface Props {
  label: string;
  view: NetworkView;
  /** Id of the office; empty for none. */
  value: string;
  onChange: (id: string) => void;
}

/** Finds an office of the network by a part of its name. */
export function OfficePick({ label, view, value, onChange }: Props) {
  const { t } = useTranslation();
  const chosen = view.nodes.find((node) => node.id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.name ?? '';
  const found = useMemo(() => {
    const wanted = lookedUp(text);
    return view.nodes.filter((node) => lookedUp(node.name).includes(wanted)).slice(0, OFFERED);
  }, [view, text]);
  return (
    <ComboBox
      className="field network-pick" items={found} inputValue={text} menuTrigger="input" allowsEmptyCollection
      selectedKey={value || null} onInputChange={setTyped}
      onSelectionChange={(key) => {
        setTyped(null);
        if (key !== null) onChange(String(key));
      }}
      onBlur={() => setTyped(null)}
    >
      <Label>{label}</Label>
      <div className="network-pick-line">
        <Input placeholder={t('network.pick')} />
        {value !== '' && (
          <button type="button" className="network-clear" aria-label={t('network.pick_clear', { label })} onClick={() => { setTyped(null); onChange(''); }}>
            <Icon name="close" size={16} />
          </button>
        )}
        <Button className="visually-hidden">{label}</Button>
      </div>
      <Popover className="popover network-offers">
        <ListBox className="menu" renderEmptyState={() => <p className="small muted">{t('network.pick_none')}</p>}>
          {(node: (typeof found)[number]) => (
            <ListBoxItem id={node.id} textValue={node.name} className="menu-item">
              <SystemMark group={isSystem(node.system) ? node.system : 'community'} size={18} /> {node.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
