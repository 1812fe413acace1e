import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../api/types';
import { Icon } from '../../ui/icons';
import { OfficeCard } from '../../ui/office-card';

/** The office chosen on the map. */
export function ChosenCard({ office, onClose }: { office: Card; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className="chosen-card" aria-label={t('map.chosen')}>
      <Button className="close" aria-label={t('state.close')} onPress={onClose}><Icon name="close" /></Button>
      <OfficeCard
        office={office} heading="h2" compact
        actions={
          <Link className="button small primary" to="/offices/$id" params={{ id: office.id }} aria-label={t('office.details_of', { name: office.name })}>
            {t('office.details')}
          </Link>
        }
      />
    </aside>
  );
}
