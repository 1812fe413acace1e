import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Input, Label, Popover, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { myQuery, saveSearch } from '../../api/my';
import { filterParams, type SearchState } from '../../lib/search-state';
import { BusyButton } from '../../ui/busy-button';
import { Icon } from '../../ui/icons';
import { ErrorPanel } from '../../ui/states';

/** Keeps the search under a name; what comes later is counted on one's own page. Only for who is signed in. */
export function SaveSearch({ state }: { state: SearchState }) {
  const { t } = useTranslation();
  const my = useQuery(myQuery);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => saveSearch(name.trim(), new URLSearchParams(filterParams(state)).toString()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my'] }),
  });
  if (!my.data?.signed_in) return null;
  return (
    <DialogTrigger onOpenChange={() => save.reset()}>
      <Button className="button small"><Icon name="star" size={16} /> {t('saved.save')}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="filter-dialog" aria-label={t('saved.save')}>
          {save.isSuccess ? <p role="status">{t('saved.done')}</p> : (
            <form
              className="row end"
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim() !== '') save.mutate();
              }}
            >
              <TextField className="field" value={name} onChange={setName} maxLength={100}><Label>{t('saved.name')}</Label><Input /></TextField>
              <BusyButton type="submit" className="button primary" busy={save.isPending}>{t('my.save')}</BusyButton>
            </form>
          )}
          {save.isError && <ErrorPanel error={save.error} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
