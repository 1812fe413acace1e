import './due.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { dueHref, dueQuery, makeLetters, type DueList } from '../../api/entry';
import { count, date } from '../../lib/format';
import { toggle } from '../../lib/search-state';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { Check } from '../../ui/check';
import { Choose } from '../../ui/form';
import { ErrorPanel, Loading } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';
import { Letters } from './letters';

const AHEAD = [0, 30, 90] as const;
const MOST = 300;

/** What is to be checked again, and letters that ask for it. */
export function DuePage() {
  const { t } = useTranslation();
  useTitle(t('due.page'), t('shell.name'));
  const [within, setWithin] = useState(0);
  const [before, setBefore] = useState(true);
  const [chosen, setChosen] = useState<string[]>([]);
  const params = { within, checked_before: before };
  const due = useQuery(dueQuery(params));
  const letters = useMutation({ mutationFn: (delivery: 'slip' | 'mail') => makeLetters(chosen.slice(0, MOST), delivery) });
  const session = useQuery(sessionQuery);
  const printed = letters.data?.items.filter((letter) => !letter.mailed) ?? [];
  const toPrint = printed.length > 0;
  // Printed once they stand on the page.
  useEffect(() => {
    if (letters.data && toPrint) window.print();
  }, [letters.data, toPrint]);
  return (
    <div className="page due-page">
      <h1>{t('due.page')}</h1>
      <p>{t('due.text')}</p>
      <div className="due-bar">
        <Choose label={t('due.within')} value={String(within)} options={AHEAD.map((days) => [String(days), days === 0 ? t('due.today') : t('due.days', { count: days })])} onChange={(days) => setWithin(Number(days))} />
        <Check checked={before} onChange={setBefore}>{t('due.checked_before')}</Check>
        <a className="button" href={dueHref(params)} download>{t('search.download')}</a>
        <BusyButton className="button primary" busy={letters.isPending} isDisabled={chosen.length === 0} onPress={() => letters.mutate('slip')}>
          {t('due.letters', { count: chosen.length })}
        </BusyButton>
        {session.data?.mail && (
          <BusyButton className="button" busy={letters.isPending} isDisabled={chosen.length === 0} onPress={() => letters.mutate('mail')}>
            {t('due.by_mail', { count: chosen.length })}
          </BusyButton>
        )}
      </div>
      {letters.data && letters.variables === 'mail' && (
        <p className="panel notice" role="status">{t('due.mailed', { count: letters.data.items.length - printed.length, printed: printed.length })}</p>
      )}
      {letters.isError && <ErrorPanel error={letters.error} />}
      {due.isPending && <Loading />}
      {due.isError && <ErrorPanel error={due.error} />}
      {due.data && <Table due={due.data} chosen={chosen} onChoose={setChosen} />}
      {toPrint && <Letters letters={printed} />}
    </div>
  );
}

interface TableProps {
  due: DueList;
  chosen: string[];
  onChoose: (chosen: string[]) => void;
}

function Table({ due, chosen, onChoose }: TableProps) {
  const { t, i18n } = useTranslation();
  if (due.total === 0) return <p className="panel notice">{t('due.none')}</p>;
  const all = due.items.map((office) => office.id);
  const every = all.every((id) => chosen.includes(id));
  return (
    <WideTable labelledBy="due-list">
      <table className="due-table">
        <caption id="due-list">{t('due.total', { count: due.total, total: count(due.total, i18n.language) })}{due.cut && ` ${t('due.cut')}`}</caption>
        <thead>
          <tr>
            <th scope="col"><Check checked={every} onChange={() => onChoose(every ? [] : all)}>{t('due.choose_all')}</Check></th>
            <th scope="col">{t('due.since')}</th>
            <th scope="col">{t('due.what')}</th>
            <th scope="col">{t('field.phone')}</th>
          </tr>
        </thead>
        <tbody>
          {due.items.map((office) => (
            <tr key={office.id}>
              <td>
                <Check checked={chosen.includes(office.id)} onChange={() => onChoose(toggle(chosen, office.id))}>{office.name}</Check>
                <Link className="small" to="/offices/$id" params={{ id: office.id }}>{office.address}</Link>
              </td>
              <td className="nowrap">{office.due_on ? date(office.due_on, i18n.language) : t('fresh.class.unknown')}</td>
              <td className="small">{office.groups.map((one) => t(`entry.group.${one.group}`)).join(t('list.separator'))}</td>
              <td className="nowrap">{office.phone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
