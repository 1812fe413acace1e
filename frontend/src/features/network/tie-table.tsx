import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { EVIDENCE } from '../../lib/ties';
import { useStarWords } from '../../ui/star-details';
import { WideTable } from '../../ui/wide-table';
import { LineMark } from './line-mark';
import { CHANGE_LOOKS, EVIDENCE_LINES, TIE_COLORS } from './picture-of';
import { evidenceOf, type ShownTie } from './selection';
import type { Shared } from './shared';

const FIRST = 200;

/** Ties, the surest first. */
export function TieTable({ view, update, ties }: Shared & { ties: readonly ShownTie[] }) {
  const { t } = useTranslation();
  const star = useStarWords();
  const [most, setMost] = useState(FIRST);
  const order = (tie: ShownTie) => { const at = (EVIDENCE as readonly string[]).indexOf(evidenceOf(tie)); return at < 0 ? 9 : at; };
  const rows = [...ties].sort((one, other) => order(one) - order(other));
  const office = (index: number) => {
    const node = view.nodes[index];
    return node && <Button className="link" onPress={() => update({ office: node.id }, { replace: true })}>{node.name}</Button>;
  };
  return (
    <>
      <WideTable label={t('network.table.ties')}>
        <table className="network-table">
          <caption className="visually-hidden">{t('network.table.ties')}</caption>
          <thead>
            <tr>
              {(['office', 'partner', 'evidence', 'told'] as const).map((one) => <th key={one} scope="col">{t(`network.column.${one}`)}</th>)}
              {view.change && <th scope="col">{t('network.column.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((shown) => (
              <tr key={`${shown.a}-${shown.b}`}>
                <td>{office(shown.a)}</td>
                <td>{office(shown.b)}</td>
                <td className="nowrap">
                  <LineMark line={EVIDENCE_LINES[evidenceOf(shown)] ?? 'solid'} color={TIE_COLORS.within} />{' '}
                  {shown.tie ? t(`tie.evidence.${shown.tie.evidence}`) : t('network.gone')}
                  {shown.tie?.bridge && <span className="pill">{t('network.bridge')}</span>}
                </td>
                <td className="small">{shown.tie ? star(shown.tie.star) : ''}</td>
                {view.change && <td className="nowrap">{shown.change && <><LineMark {...(CHANGE_LOOKS[shown.change] ?? { line: 'solid', color: '#000' })} /> {t(`network.change.${shown.change}`)}</>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {rows.length > most && <p><Button className="button small" onPress={() => setMost(rows.length)}>{t('network.table.all', { count: rows.length })}</Button></p>}
    </>
  );
}
