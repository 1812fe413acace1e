import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { findDuplicates, municipalitiesQuery, type ReviewFilter } from '../../api/moderation';
import { count } from '../../lib/format';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel } from '../../ui/states';

interface Props {
  filter: ReviewFilter;
  kinds: readonly { kind: string; count: number }[];
  onChange: (change: { kind?: string | undefined; area?: string | undefined }) => void;
  onFound: () => Promise<unknown>;
}

/** Kinds with their counts, area, and looking for duplicates. */
export function Filters({ filter, kinds, onChange, onFound }: Props) {
  const { t, i18n } = useTranslation();
  const areas = useQuery(municipalitiesQuery());
  const [asked, setAsked] = useState<number | null>(null);
  const find = useMutation({
    mutationFn: findDuplicates,
    onSuccess: async (found) => {
      setAsked(found.asked);
      await onFound();
    },
  });
  const all = kinds.reduce((sum, kind) => sum + kind.count, 0);
  return (
    <div className="review-filters">
      <ToggleButtonGroup
        className="chips" aria-label={t('review.kinds')} selectionMode="single" disallowEmptySelection selectedKeys={[filter.kind ?? 'all']}
        onSelectionChange={(keys) => {
          const [kind] = [...keys];
          onChange({ kind: kind === 'all' ? undefined : String(kind) });
        }}
      >
        <ToggleButton id="all" className="chip">{t('review.all')} <span className="chip-count">{count(all, i18n.language)}</span></ToggleButton>
        {kinds.map((kind) => (
          <ToggleButton key={kind.kind} id={kind.kind} className="chip">
            {t(`review.kind.${kind.kind}`)} <span className="chip-count">{count(kind.count, i18n.language)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="row end">
        <div className="field">
          <label htmlFor="review-area">{t('review.area')}</label>
          <select id="review-area" value={filter.area ?? ''} onChange={(event) => onChange({ area: event.target.value || undefined })}>
            <option value="">{t('review.everywhere')}</option>
            {areas.data?.items.map((area) => <option key={area.code} value={area.code}>{area.name}</option>)}
          </select>
        </div>
        <BusyButton className="button" busy={find.isPending} onPress={() => find.mutate()}>
          {find.isPending ? t('review.finding') : t('review.find')}
        </BusyButton>
        <span role="status" className="small">{asked !== null && !find.isPending && t('review.found', { count: asked })}</span>
      </div>
      {find.isError && <ErrorPanel error={find.error} />}
    </div>
  );
}
