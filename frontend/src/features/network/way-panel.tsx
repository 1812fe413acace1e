import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Shared } from './shared';

/** The way between two offices, step by step. */
export function WayPanel({ view, state, update, selection, words }: Shared) {
  const { t } = useTranslation();
  const { way } = selection;
  const both = state.from !== '' && state.to !== '';
  const evidence = (a: number, b: number) => selection.ties.find((tie) => (tie.a === a && tie.b === b) || (tie.a === b && tie.b === a))?.tie?.evidence;
  return (
    <section className="network-card" aria-labelledby="way-title" aria-live="polite">
      <h2 id="way-title">{t('network.way.title')}</h2>
      {!both && <p className="small">{t('network.way.choose')}</p>}
      {both && way === null && <p>{t('network.way.none')}</p>}
      {both && way !== null && way.length > 0 && (
        <>
          <p>{t('network.way.steps', { count: way.length - 1 })}</p>
          <ol className="network-way">
            {way.map((index, at) => {
              const node = view.nodes[index];
              const before = way[at - 1];
              const told = before === undefined ? undefined : evidence(before, index);
              return node && (
                <li key={node.id}>
                  <Button className="link" onPress={() => update({ office: node.id }, { replace: true })}>{node.name}</Button>
                  <span className="small muted"> {words.system(node.system)}{told && ` / ${t(`tie.evidence.${told}`)}`}</span>
                </li>
              );
            })}
          </ol>
          <p className="small muted">{t('network.way.note')}</p>
        </>
      )}
      <p><Button className="button small" onPress={() => update({ from: '', to: '' })}>{t('network.way.clear')}</Button></p>
    </section>
  );
}
