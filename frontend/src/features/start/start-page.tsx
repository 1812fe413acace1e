import './start.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { metaQuery } from '../../api/queries';
import { useTitle } from '../../lib/use-title';
import { Icon } from '../../ui/icons';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { Counts } from './counts';
import { Entries } from './entries';
import { StartSearch } from './start-search';

const WAYS = ['nurses', 'guide', 'gaps'] as const;

/** In one screen: what one can do here. */
export function StartPage() {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  useTitle(t('shell.name'), t('shell.tagline'));
  const empty = meta.data?.offices === 0;
  return (
    <div className="start">
      <section className="hero">
        <Sky />
        <div className="hero-inner">
          <h1>{t('start.title')}</h1>
          <p className="lead"><Terms>{t('start.lead')}</Terms></p>
          <StartSearch />
          <p className="hint"><Terms>{t('start.hint')}</Terms></p>
          <p className="hero-links">
            <Link className="button on-dark" to="/search" search={{ view: 'map' }}>
              <Icon name="map" /> {t('start.open_map')}
            </Link>
            {WAYS.map((page) => <Link key={page} className="button on-dark" to={`/${page}`}>{t(`nav.${page}`)}</Link>)}
          </p>
        </div>
      </section>
      <div className="page start-body">
        {meta.isError && <ErrorPanel error={meta.error} onRetry={() => void meta.refetch()} />}
        {empty && (
          <section className="panel notice">
            <h2>{t('start.empty.title')}</h2>
            <p><Terms>{t('start.empty.text')}</Terms></p>
            <p className="row"><Link className="button primary" to="/import">{t('start.empty.import')}</Link></p>
          </section>
        )}
        <Entries />
        {meta.data && <Counts meta={meta.data} />}
      </div>
    </div>
  );
}

/** The identity in the background: offices as stars, some already joined. */
function Sky() {
  return (
    <svg className="sky" viewBox="0 0 1200 320" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g stroke="#5b74a8" strokeWidth="1" fill="none">
        <path d="M40 60L150 120L260 70L330 170L230 250L150 120" />
        <path d="M860 40L960 110L1090 70L1150 180L1030 240L960 110" />
        <path strokeDasharray="4 5" d="M330 170L420 290M1030 240L900 290M260 70L380 30" />
      </g>
      <g fill="#cdd8ee">
        {[[40, 60], [150, 120], [260, 70], [330, 170], [230, 250], [860, 40], [1090, 70], [1150, 180], [1030, 240], [420, 290], [900, 290], [380, 30], [560, 40], [690, 280], [760, 90], [500, 200]].map(([x, y]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r="2.2" />
        ))}
      </g>
      <path d="M960 97l4.2 8.800l9.600 1.200l-7 6.600l1.800 9.500l-8.600-4.700l-8.600 4.700l1.800-9.500l-7-6.600l9.600-1.200z" fill="#f3cf73" />
      <path d="M150 107l4.2 8.800l9.600 1.200l-7 6.600l1.800 9.500l-8.600-4.700l-8.600 4.700l1.800-9.500l-7-6.600l9.600-1.200z" fill="#f3cf73" />
    </svg>
  );
}
