import { useTranslation } from 'react-i18next';
import type { OfficeDetail, StatedValue } from '../../api/types';
import * as format from '../../lib/format';
import { WideTable } from '../../ui/wide-table';

/** 出典: where each value comes from and how old it is; official and local values both stand. */
export function Sources({ office }: { office: OfficeDetail }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const field = (name: string) => (i18n.exists(`field.${name}`) ? t(`field.${name}`) : name);
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{t('sources.title')}</h2>
      <ul className="plain small">
        {editions(office).map(({ label, edition }) => (
          <li key={label + edition}>{t('sources.line', { label, edition: format.edition(edition, lang) })}</li>
        ))}
      </ul>
      <details className="no-print">
        <summary>{t('sources.each')}</summary>
        <WideTable label={t('sources.each')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('sources.field')}</th>
                <th scope="col">{t('sources.value')}</th>
                <th scope="col">{t('sources.source')}</th>
              </tr>
            </thead>
            <tbody>
              {merged(office.values).map(({ first, current, all }) => (
                <tr key={`${first.field} ${first.value}`} className={current ? 'current' : 'not-current'}>
                  <th scope="row">{field(first.field)}</th>
                  <td>{first.value === '' ? t('sources.cleared') : first.value}{!current && <span className="muted"> {t('sources.not_shown')}</span>}</td>
                  <td>
                    <ul className="plain">
                      {[...new Set(all.map(stated))].map((line) => <li key={line}>{line}</li>)}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
        <h3>{t('sources.rows')}</h3>
        <ul className="plain small">
          {office.services_detail.map(({ id, name, source }) => (
            <li key={id}>
              {t('sources.row', { name, label: source.label, file: source.file ?? '', key: source.key ?? '' })}
              {source.imported_at && ` ${t('sources.imported', { date: format.date(source.imported_at, lang) })}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );

  function stated(value: StatedValue): string {
    return t('sources.line', { label: origin(value), edition: format.edition(value.edition, lang) });
  }

  function origin(value: StatedValue): string {
    if (value.kind !== 'local') return value.source_label;
    const by = value.source_label ? t('sources.local_by', { by: value.source_label }) : t('sources.local');
    return value.note ? `${by} ${value.note}` : by;
  }
}

interface Stated {
  first: StatedValue;
  current: boolean;
  all: StatedValue[];
}

/** One entry for each value of a field, with every statement of it: three files often say the same. */
export function merged(values: readonly StatedValue[]): Stated[] {
  const known = new Map<string, Stated>();
  for (const value of values) {
    const key = `${value.field} ${value.value}`;
    const same = known.get(key);
    if (same) {
      same.all.push(value);
      same.current ||= value.current;
    } else known.set(key, { first: value, current: value.current, all: [value] });
  }
  return [...known.values()];
}

/** Each source with its newest edition, once. */
export function editions(office: Pick<OfficeDetail, 'services_detail'>): { label: string; edition: string }[] {
  const seen = new Map<string, string>();
  for (const { source, edition } of office.services_detail) {
    const own = source.edition ?? edition ?? '';
    const known = seen.get(source.label);
    if (known === undefined || own > known) seen.set(source.label, own);
  }
  return [...seen].map(([label, edition]) => ({ label, edition }));
}
