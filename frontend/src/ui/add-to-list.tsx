import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Input, Label, Popover, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons';

interface Props {
  /** Name of the office, so that one button is told from the next. */
  name: string;
  lists: readonly { id: string; name: string; offices: number }[];
  /** Into a list, or with `null` into a new one of this name. */
  onAdd: (list: string | null, name: string) => Promise<unknown>;
  small?: boolean;
}

/** Puts an office into one of the own lists, or into a new one. */
export function AddToList({ name, lists, onAdd, small = false }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [fresh, setFresh] = useState('');

  async function add(list: string | null, listName: string, close: () => void) {
    try {
      await onAdd(list, listName);
      setSaid(t('lists.added', { list: listName }));
      setFresh('');
    } catch {
      setSaid(t('lists.add_failed'));
    }
    close();
  }

  return (
    <span className="add-to-list no-print">
      <DialogTrigger>
        <Button className={small ? 'on-map' : 'button'} aria-label={t('lists.add_of', { name })}>
          <Icon name="star" size={small ? 16 : 20} /> {t('lists.add')}
        </Button>
        <Popover className="popover" placement="bottom end">
          <Dialog className="filter-dialog add-dialog" aria-label={t('lists.add_of', { name })}>
            {({ close }) => (
              <>
                {lists.length > 0 && (
                  <ul className="plain">
                    {lists.map((list) => (
                      <li key={list.id}>
                        <Button className="menu-item link" onPress={() => void add(list.id, list.name, close)}>
                          {t('lists.choice', { name: list.name, count: list.offices })}
                        </Button>
                      </li>
                    ))}
                  </ul>
                )}
                <form
                  className="row end"
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (fresh.trim() !== '') void add(null, fresh.trim(), close);
                  }}
                >
                  <TextField className="field" value={fresh} onChange={setFresh} maxLength={100}>
                    <Label>{t('lists.new_name')}</Label>
                    <Input />
                  </TextField>
                  <Button type="submit" className="button primary">{t('lists.create_and_add')}</Button>
                </form>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <span className="said small" role="status">{said}</span>
    </span>
  );
}
