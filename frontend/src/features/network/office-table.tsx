import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NetworkNode } from '../../api/network';
import { lookedUp } from '../../lib/sheet';
import { isSystem } from '../../lib/systems';
import { TextInput } from '../../ui/form';
import { SystemMark } from '../../ui/system-mark';
import { WideTable } from '../../ui/wide-table';
import { placeOf } from './selection';
import { turned } from './network-state';
import type { Shared } from './shared';
import { FIGURES, sorted, type Column } from './sorting';

/** Rows drawn at first; a region has thousands. */
const FIRST = 200;
const COLUMNS: readonly Column[] = ['name', 'system', 'place', 'answered', ...FIGURES];

/** Offices with every figure the drawing can show. */
export function OfficeTable({ view, state, update, selection, words }: Shared) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [most, setMost] = useState(FIRST);
  const column = COLUMNS.find((one) => one === state.sort) ?? 'degree';
  const picked = useMemo(() => new Set(selection.picked.map((index) => view.nodes[index]?.id)), [selection, view]);
  const rows = useMemo(() => {
    const wanted = lookedUp(text);
    const nodes = selection.nodes.flatMap((index) => view.nodes[index] ?? []).filter((node) => lookedUp(node.name).includes(wanted));
    return sorted(nodes, column, state.down, (node) => words.place(placeOf(node)));
  }, [view, selection, text, column, state.down, words]);
  return (
    <>
      <div className="network-list-head">
        <TextInput label={t('network.table.filter')} value={text} onChange={setText} />
        <p className="small muted">{t('network.table.note')}</p>
      </div>
      <WideTable label={t('network.table.offices')}>
        <table className="network-table">
          <caption className="visually-hidden">{t('network.table.offices')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((one) => (
                <th key={one} scope="col" aria-sort={one !== column ? 'none' : state.down ? 'descending' : 'ascending'}>
                  <Button className="network-sort" onPress={() => update({ sort: one, down: one === column ? !state.down : one !== 'name' && one !== 'place' }, { replace: true })}>
                    {t(`network.column.${one}`)}<span aria-hidden="true">{one !== column ? '△' : state.down ? '▼' : '▲'}</span>
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((node) => (
              <Row
                key={node.id} node={node} chosen={node.id === state.office} picked={picked.has(node.id)} words={words}
                onPick={() => update({ gathered: turned(state.gathered, node.id) }, { replace: true })}
                onChoose={() => update({ office: node.id === state.office ? '' : node.id }, { replace: true })}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
      {rows.length > most && <p><Button className="button small" onPress={() => setMost(rows.length)}>{t('network.table.all', { count: rows.length })}</Button></p>}
    </>
  );
}

interface RowProps {
  node: NetworkNode;
  chosen: boolean;
  /** In the gathered list. */
  picked: boolean;
  onPick: () => void;
  words: Shared['words'];
  onChoose: () => void;
}

function Row({ node, chosen, picked, words, onChoose, onPick }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <span className="network-row-head">
          <input type="checkbox" checked={picked} onChange={onPick} aria-label={t('network.picked.pick', { name: node.name })} />
          <Button className="link" aria-pressed={chosen} onPress={onChoose}>{node.name}</Button>
        </span>
      </th>
      <td className="nowrap"><SystemMark group={isSystem(node.system) ? node.system : 'community'} size={18} /> {words.system(node.system)}</td>
      <td>{words.place(placeOf(node))}</td>
      <td className="nowrap">{t(node.answered ? 'network.answered_yes' : node.asked ? 'network.answered_no' : 'network.not_asked')}</td>
      {FIGURES.map((figure) => {
        const range = node.figures?.[figure];
        const text = figure === 'articulation' ? yes(range, t) : words.range(range);
        return <td key={figure} className="right number">{text}</td>;
      })}
    </tr>
  );
}

/** Whether something would be cut: certain, possible, or neither. */
function yes(range: { mutual?: number | null; either?: number | null } | undefined, t: (key: string) => string): string {
  if (!range) return '–';
  if (range.mutual === 1 && range.either === 1) return t('network.cut.sure');
  return range.mutual === 1 || range.either === 1 ? t('network.cut.maybe') : '–';
}
