import { useTranslation } from 'react-i18next';
import type { PaperSheet } from '../../api/surveys';
import type { Stars } from './answers';
import { told } from './told';

/** The ☆ so far by row; the newest stand out and are read aloud. */
export function Entered({ sheet, stars, last }: { sheet: PaperSheet; stars: Stars; last: string[] }) {
  const { t } = useTranslation();
  const rows = sheet.rows.filter((row) => stars.has(row.office));
  const name = (office: string) => sheet.rows.find((row) => row.office === office)?.name ?? '';
  const said = last.map((office) => t(stars.has(office) ? 'paper.set' : 'paper.dropped', { name: name(office) })).join(' ');
  return (
    <>
      <p className="paper-count"><strong>{t('paper.count', { count: stars.size })}</strong> <span role="status" className="small">{said}</span></p>
      {rows.length > 0 && (
        <ol className="paper-rows" aria-label={t('paper.entered')}>
          {rows.map((row) => {
            const star = stars.get(row.office);
            return (
              <li key={row.office} className={last.includes(row.office) ? 'new' : undefined}>
                <span className="number">{row.number ?? '＋'}</span>
                <span>{row.name} {star && <span className="small muted">{told(t, star)}</span>}</span>
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
