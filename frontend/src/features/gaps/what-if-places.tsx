import { useTranslation } from 'react-i18next';
import type { BestPlaces } from '../../api/gaps';
import { count } from '../../lib/format';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { WideTable } from '../../ui/wide-table';
import { tenths } from './figures';

/** Shares closer than this are shown as the same. */
const SAME = 0.0005;

/** The best towns for new offices, with whom each adds, and how near to the best combination they are. */
export function Places({ found, onTry }: { found: BestPlaces; onTry: (at: string) => void }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const taxonomy = useTaxonomy();
  const { items, exact_share: exact, share_before: before, basis } = found;
  // A city that is nearly covered gains tenths of a per cent.
  const share = (value: number) => tenths(value, lang);
  const last = items.at(-1)?.share ?? before ?? 0;
  const service = serviceName(taxonomy, basis.service, lang, 'full');
  const reached = typeof before === 'number' ? t('what_if.best.before', { name: basis.area.name, km: found.within_km, share: share(before) }) : t('what_if.best.nobody');
  return (
    <section aria-labelledby="what-if-places">
      <h2 id="what-if-places">{t('what_if.best.title', { service })}</h2>
      <p>{reached}</p>
      {items.length === 0 ? <p className="panel notice">{t('what_if.best.none')}</p> : (
        <>
          <WideTable labelledBy="what-if-places">
            <table className="what-if-table">
              <thead>
                <tr>
                  <th scope="col">{t('what_if.best.rank')}</th>
                  <th scope="col">{t('what_if.best.town')}</th>
                  <th scope="col" className="right">{t('what_if.best.gain')}</th>
                  <th scope="col" className="right">{t('what_if.best.share')}</th>
                  <th scope="col"><span className="visually-hidden">{t('what_if.best.try')}</span></th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ town, municipality, at, gain, share: reachedBy }, rank) => (
                  <tr key={`${at.lat},${at.lon}`}>
                    <td className="number">{rank + 1}</td>
                    <th scope="row">{town} {municipality && municipality !== basis.area.name && <span className="small muted">{municipality}</span>}</th>
                    <td className="right number">{t('what_if.best.people', { people: count(gain, lang) })}</td>
                    <td className="right number">{share(reachedBy)}</td>
                    <td><button type="button" className="button small" aria-label={t('what_if.best.try_at', { town })} onClick={() => onTry(`${at.lat},${at.lon}`)}>{t('what_if.best.try')}</button></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <p>
            {typeof exact !== 'number' ? t('what_if.best.unchecked', { towns: count(found.candidates, lang) })
              : exact - last < SAME ? t('what_if.best.same', { towns: count(found.candidates, lang) })
                : t('what_if.best.below', { share: share(exact), less: share(exact - last) })}
          </p>
        </>
      )}
      <p className="small muted">{t('what_if.best.method')}</p>
    </section>
  );
}
