import { useTranslation } from 'react-i18next';
import { EXPORTS, exportHref } from '../../api/surveys';

/** The wave as files, for other programs and for keeping. */
export function Exports({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="exports">
      <h2 id="exports">{t('wave.exports')}</h2>
      <p className="small">{t('wave.exports_hint')}</p>
      <ul className="wave-exports">
        {EXPORTS.map((format) => (
          <li key={format}>
            <a className="button small" href={exportHref(id, format)} download>{t(`wave.export.${format}.name`)}</a>
            <span className="small muted">{t(`wave.export.${format}.what`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
