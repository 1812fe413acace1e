import { useTranslation } from 'react-i18next';
import type { OfficeDetail, Schedule, ServiceDetail } from '../../api/types';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { WideTable } from '../../ui/wide-table';

const DAYS = ['weekday', 'saturday', 'sunday', 'holiday'] as const;

interface Row {
  names: string[];
  schedule: Schedule;
}

/** Days and hours; services with the same hours share a row, so that eight services do not make eight lines. */
export function groupByHours(services: readonly ServiceDetail[], name: (code: string) => string): Row[] {
  const rows = new Map<string, Row>();
  for (const { schedule, code, gone_in } of services) {
    if (!schedule || gone_in || !Object.values(schedule).some((value) => value !== null && value !== undefined)) continue;
    const key = JSON.stringify(DAYS.map((day) => schedule[day] ?? null).concat(schedule.closed ?? '', schedule.remarks ?? ''));
    const row = rows.get(key);
    if (!row) rows.set(key, { names: [name(code)], schedule });
    else if (!row.names.includes(name(code))) row.names.push(name(code));
  }
  return [...rows.values()];
}

export function Hours({ office }: { office: OfficeDetail }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const rows = groupByHours(office.services_detail, (code) => serviceName(taxonomy, code, i18n.language));
  if (rows.length === 0) return <p className="small muted">{t('office.no_hours')}</p>;
  return (
    <WideTable labelledBy="hours">
      <table className="hours">
        <caption id="hours">{t('office.hours')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.service')}</th>
            {DAYS.map((day) => <th key={day} scope="col">{t(`day.name.${day}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.names.join()}>
              <th scope="row">{row.names.join(t('list.separator'))}</th>
              {DAYS.map((day) => <td key={day} data-day={t(`day.name.${day}`)}>{hours(row.schedule[day])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="small plain">
        {rows.filter((row) => row.schedule.closed || row.schedule.remarks).map((row) => (
          <li key={row.names.join()}>
            {rows.length > 1 && <strong>{row.names.join(t('list.separator'))} </strong>}
            {row.schedule.closed && t('office.closed', { days: row.schedule.closed })} {row.schedule.remarks}
          </li>
        ))}
      </ul>
    </WideTable>
  );

  function hours(value: string | null | undefined) {
    if (value === null || value === undefined) return <span className="muted" aria-label={t('office.day_unknown')}>–</span>;
    if (value === '') return t('office.day_open');
    return <span className="number">{value.replaceAll('-', '–')}</span>;
  }
}
