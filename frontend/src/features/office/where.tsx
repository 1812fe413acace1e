import { Suspense, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meta, OfficeDetail } from '../../api/types';
import { postalCode } from '../../lib/format';
import { groupOf } from '../../lib/systems';
import { Loading } from '../../ui/states';

const MiniMap = lazy(() => import('../../map/mini-map'));

export function Where({ office, meta }: { office: OfficeDetail; meta: Meta | undefined }) {
  const { t } = useTranslation();
  const { position } = office;
  const spots = useMemo(
    () => (position ? [{ lat: position.lat, lon: position.lon, group: groupOf(office.systems) }] : []),
    [position, office.systems],
  );
  return (
    <section className="panel where" aria-labelledby="where">
      <h2 id="where">{t('office.where')}</h2>
      <p className="where-address">
        {office.postal_code && <span className="number">{postalCode(office.postal_code)} </span>}
        {office.address} {office.building}
      </p>
      {position && meta ? (
        <>
          <Suspense fallback={<Loading label={t('map.loading')} />}>
            <MiniMap base={meta.base_map} spots={spots} label={t('office.map_of', { name: office.name })} />
          </Suspense>
          <p className="small muted">{t(`precision.${position.precision}`)}</p>
        </>
      ) : (
        !position && <p className="muted">{t('precision.none')}</p>
      )}
    </section>
  );
}
