import { useTranslation } from 'react-i18next';
import { Chips } from './chips';
import { LISTS } from './network-state';
import { OfficeTable } from './office-table';
import type { Shared } from './shared';
import { TieTable } from './tie-table';

/** 一覧: offices with their figures, and ties. */
export function Lists(shared: Shared) {
  const { state, update, selection } = shared;
  const { t } = useTranslation();
  return (
    <div className="network-lists">
      <Chips
        single label={t('network.lists')} chosen={[state.list]} options={LISTS.map((code) => [code, t(`network.list.${code}`)] as const)}
        onChange={([list = 'offices']) => update({ list, sort: '' })}
      />
      {state.list === 'offices' ? <OfficeTable {...shared} /> : <TieTable {...shared} ties={selection.ties} />}
    </div>
  );
}
