import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sheetOfficesQuery, type SheetRow } from '../../api/sheet';
import { PLAIN, type Star } from '../../lib/star';
import { knownServices, useTaxonomy } from '../../lib/taxonomy';
import { BusyButton } from '../../ui/busy-button';
import { StarMark } from '../../ui/star-mark';
import { ErrorPanel } from '../../ui/states';
import { TextInput } from '../../ui/form';

interface Props {
  code: string;
  /** Rows with their ☆. */
  rows: readonly SheetRow[];
  onAdd: (row: SheetRow, star: Star | null) => void;
}

/** Offices of the area that stand on no row. */
export function Find({ code, rows, onAdd }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const found = useQuery(sheetOfficesQuery(code, asked));
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(words.trim());
  }
  return (
    <section className="panel star-find" aria-labelledby="star-find">
      <h2 id="star-find">{t('sheet.find')}</h2>
      <form role="search" onSubmit={submit}>
        <TextInput label={t('sheet.find_label')} value={words} onChange={setWords} most={100} />
        <BusyButton type="submit" className="button" busy={found.isFetching}>{t('search.submit')}</BusyButton>
      </form>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      <p role="status" className="small">
        {found.data && asked !== '' && (found.data.items.length === 0 ? t('sheet.find_nothing', { words: asked }) : t('sheet.found', { count: found.data.items.length }))}
      </p>
      {found.data && (
        <ul className="star-found">
          {found.data.items.map((row) => {
            const star = rows.find((known) => known.office === row.office)?.star ?? null;
            return <Found key={row.office} row={row} star={star} onAdd={onAdd} />;
          })}
        </ul>
      )}
    </section>
  );
}

function Found({ row, star, onAdd }: { row: SheetRow; star: Star | null; onAdd: Props['onAdd'] }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const services = knownServices(taxonomy, row.services, i18n.language).slice(0, 2).join(t('list.separator'));
  return (
    <li>
      <span className="star-who">
        <span className="star-name">{row.name}</span>
        <span className="star-about"><span className="star-services">{services}</span> <span>{row.municipality}</span></span>
      </span>
      {star
        ? <span className="star-has"><StarMark on size={22} /> {t('sheet.added')}</span>
        : <Button className="button small" aria-label={t('sheet.add_of', { name: row.name })} onPress={() => onAdd(row, PLAIN)}>{t('sheet.add')}</Button>}
    </li>
  );
}
