import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { remindSheets, type SheetSummary } from '../../api/surveys';
import { copy } from '../../lib/copy';
import { count } from '../../lib/format';
import { BusyButton } from '../../ui/busy-button';
import { Choose, TextInput } from '../../ui/form';
import { ErrorPanel } from '../../ui/states';
import { NOTHING, filtered, isAwaited, phoneList, type Filter } from './filter';
import { SheetTable } from './sheet-table';

/** Rows drawn at once; a prefecture has ten thousand. */
const PAGE = 100;
const STATES = ['awaited', 'waiting', 'begun', 'finished', 'refused', 'withdrawn'] as const;

interface Props {
  id: string;
  state: string;
  sheets: SheetSummary[];
  onChanged: () => Promise<unknown>;
}

/** Every sheet: who is missing, hubs first; find, choose, remind, telephone. */
export function Sheets({ id, state, sheets, onChanged }: Props) {
  const { t, i18n } = useTranslation();
  const [filter, setFilter] = useState<Filter>(NOTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const [said, setSaid] = useState('');
  const found = filtered(sheets, filter);
  const picked = sheets.filter((sheet) => chosen.has(sheet.code));
  const remind = useMutation({
    mutationFn: (codes: string[]) => remindSheets(id, codes),
    onSuccess: async (_, codes) => {
      setSaid(t('wave.reminded', { count: codes.length }));
      setChosen(new Set());
      await onChanged();
    },
  });
  const set = (change: Partial<Filter>) => {
    setFilter({ ...filter, ...change });
    setShown(PAGE);
  };
  const places = [...new Set(sheets.flatMap(({ municipality }) => municipality ?? []))];
  async function tell(text: string, done: string) {
    setSaid(t((await copy(text)) ? done : 'wave.not_copied'));
  }
  const awaited = picked.filter(isAwaited);
  return (
    <section aria-labelledby="sheets" className="wave-sheets">
      <h2 id="sheets">{t('wave.sheets', { count: sheets.length, total: count(sheets.length, i18n.language) })}</h2>
      <p className="small muted">{t('wave.sheets_order')}</p>
      <div className="wave-filter" role="group" aria-label={t('wave.filter')}>
        <TextInput label={t('wave.find')} value={filter.text} onChange={(text) => set({ text })} />
        <Choose label={t('survey.state')} none={t('wave.all_states')} value={filter.state} options={STATES.map((one) => [one, t(`wave.sheet.${one}`)])} onChange={(one) => set({ state: one })} />
        {places.length > 1 && <Choose label={t('wave.place')} none={t('wave.all_places')} value={filter.municipality} options={places.map((one) => [one, one])} onChange={(municipality) => set({ municipality })} />}
      </div>
      <div className="row wave-acts">
        <Button className="button small" onPress={() => setChosen(new Set(found.filter(isAwaited).map(({ code }) => code)))}>{t('wave.choose_awaited')}</Button>
        {picked.length > 0 && (
          <>
            <span className="small strong">{t('wave.chosen', { count: picked.length })}</span>
            {state === 'open' && awaited.length > 0 && (
              <BusyButton className="button small" busy={remind.isPending} onPress={() => remind.mutate(awaited.map(({ code }) => code))}>{t('wave.mark_reminded')}</BusyButton>
            )}
            <Button className="button small" onPress={() => void tell(phoneList(picked, ['name', 'phone', 'fax', 'place', 'code'].map((key) => t(`wave.column.${key}`))), 'wave.copied_phones')}>{t('wave.copy_phones')}</Button>
            <Button className="button small" onPress={() => setChosen(new Set())}>{t('wave.choose_none')}</Button>
          </>
        )}
        <span role="status" className="small wave-said">{said}</span>
      </div>
      {remind.isError && <ErrorPanel error={remind.error} />}
      {found.length === 0
        ? <p className="panel notice">{t('wave.none_found')}</p>
        : <SheetTable sheets={found.slice(0, shown)} chosen={chosen} onChoose={setChosen} onCopy={(text) => void tell(text, 'wave.copied_link')} />}
      {found.length > shown && (
        <Button className="button" onPress={() => setShown(shown + PAGE)}>{t('wave.more', { count: found.length - shown })}</Button>
      )}
    </section>
  );
}
