import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Meta } from '../../api/types';
import { families } from '../../lib/datasets';
import * as format from '../../lib/format';

/** Sources of offices and areas; reference data stands on the page of sources. */
const SHOWN = new Set(['kaigo', 'wamnet', 'medical', 'opendata', 'municipal', 'points', 'areas']);

/** How much is held, from which editions: numbers never stand without their source and date. */
export function Counts({ meta }: { meta: Meta }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const numbers = [
    { key: 'offices', value: meta.offices },
    { key: 'services', value: meta.services },
    { key: 'organizations', value: meta.organizations },
  ];
  const sources = families(meta.datasets).filter(({ family }) => SHOWN.has(family));
  return (
    <section className="counts" aria-labelledby="counts">
      <h2 id="counts">{t('start.counts.title')}</h2>
      <dl className="numbers">
        {numbers.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`start.counts.${key}`)}</dt>
            <dd>{format.count(value, lang)}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {sources.length > 0 && t('start.counts.sources', { sources: sources.map((s) => editionText(s)).join(t('list.separator')) })}
        {meta.updated_at && ` ${t('start.counts.updated', { date: format.dateTime(meta.updated_at, lang) })}`}{' '}
        <Link to="/about">{t('start.counts.more')}</Link>
      </p>
    </section>
  );

  function editionText(source: { family: string; edition: string | null }): string {
    const name = t(`source.${source.family}`);
    return source.edition ? t('start.counts.edition', { name, edition: format.edition(source.edition, lang) }) : name;
  }
}
