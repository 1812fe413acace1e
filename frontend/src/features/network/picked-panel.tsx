import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { addToList, useLists } from '../../api/my';
import { copy } from '../../lib/copy';
import { csv } from '../../lib/csv';
import { save } from '../../lib/save';
import { AddToList } from '../../ui/add-to-list';
import { officeRows } from './table-of';
import type { Shared } from './shared';

/** Offices inside the ring or gathered one by one: to copy, to keep, to put into a list. */
export function PickedPanel({ view, update, selection, words }: Shared) {
  const { t } = useTranslation();
  const { lists, add, signedIn } = useLists();
  const [said, setSaid] = useState('');
  const nodes = selection.picked.flatMap((index) => view.nodes[index] ?? []);
  async function addAll(list: string | null, name: string) {
    const [first, ...rest] = nodes;
    if (!first) return;
    const id = await add.mutateAsync({ list, name, office: first.id });
    for (const node of rest) await addToList(id, node.id);
  }
  return (
    <section className="network-card" aria-labelledby="picked-title">
      <h2 id="picked-title">{t('network.picked.title', { count: nodes.length })}</h2>
      <ul className="network-plain network-picked">
        {nodes.map((node) => <li key={node.id}><Button className="link" onPress={() => update({ office: node.id }, { replace: true })}>{node.name}</Button></li>)}
      </ul>
      <p className="row">
        {signedIn && nodes.length > 0 && <AddToList name={t('network.picked.all', { count: nodes.length })} lists={lists} onAdd={addAll} />}
        <Button className="button small" onPress={() => void copy(nodes.map(({ name }) => name).join('\n')).then((done) => setSaid(t(done ? 'network.picked.copied' : 'network.picked.copy_failed')))}>
          {t('network.picked.copy')}
        </Button>
        <Button className="button small" onPress={() => save('offices.csv', new Blob([csv(officeRows(view, selection.picked, words, t))], { type: 'text/csv' }))}>CSV</Button>
        <Button className="button small" onPress={() => update({ lasso: [], gathered: [] })}>{t('network.unchoose')}</Button>
      </p>
      <p className="small" role="status">{said}</p>
    </section>
  );
}
