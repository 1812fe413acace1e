import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isSystem } from '../../lib/systems';
import { EVIDENCE } from '../../lib/ties';
import { useStarWords } from '../../ui/star-details';
import { SystemMark } from '../../ui/system-mark';
import { LineMark } from './line-mark';
import { CHANGE_LOOKS, EVIDENCE_LINES, TIE_COLORS } from './picture-of';
import { evidenceOf, type ShownTie } from './selection';
import type { Shared } from './shared';

const FIRST = 12;

interface Props extends Shared {
  ties: readonly ShownTie[];
  /** Seen from this office: only the other is named. */
  from?: number;
}

/** Ties in short lines, the surest first. */
export function TieList({ view, update, ties, from, words }: Props) {
  const { t } = useTranslation();
  const star = useStarWords();
  const [most, setMost] = useState(FIRST);
  const order = (tie: ShownTie) => { const at = (EVIDENCE as readonly string[]).indexOf(evidenceOf(tie)); return at < 0 ? 9 : at; };
  const sorted = [...ties].sort((one, other) => order(one) - order(other));
  const name = (index: number) => {
    const node = view.nodes[index];
    if (!node) return null;
    return (
      <>
        <SystemMark group={isSystem(node.system) ? node.system : 'community'} size={17} />
        <span className="visually-hidden">{words.system(node.system)}</span>{' '}
        <Button className="link" onPress={() => update({ office: node.id }, { replace: true })}>{node.name}</Button>
      </>
    );
  };
  if (ties.length === 0) return <p className="small muted">{t('network.no_ties')}</p>;
  return (
    <>
      <ul className="network-ties">
        {sorted.slice(0, most).map((shown) => (
          <li key={`${shown.a}-${shown.b}`}>
            <span>{from === undefined ? <>{name(shown.a)} {name(shown.b)}</> : name(from === shown.a ? shown.b : shown.a)}</span>
            <span className="small muted">
              <LineMark line={EVIDENCE_LINES[evidenceOf(shown)] ?? 'solid'} color={TIE_COLORS.within} /> {said(shown, from, t)}
              {shown.tie && star(shown.tie.star) !== '' && ` / ${star(shown.tie.star)}`}
              {shown.tie?.bridge && ` / ${t('network.bridge')}`}
            </span>
            {shown.change && <span className="small"><LineMark {...(CHANGE_LOOKS[shown.change] ?? { line: 'solid', color: '#000' })} /> {t(`network.change.${shown.change}`)}</span>}
          </li>
        ))}
      </ul>
      {sorted.length > most && <p><Button className="button small" onPress={() => setMost(sorted.length)}>{t('tie.show_all', { count: sorted.length })}</Button></p>}
    </>
  );
}

/** Evidence in words; of a one-sided tie, who says so. */
function said({ a, tie }: ShownTie, from: number | undefined, t: (key: string) => string): string {
  if (!tie) return t('network.gone');
  if (tie.evidence !== 'one_sided' || from === undefined) return t(`tie.evidence.${tie.evidence}`);
  return t(`tie.seen.${(tie.reported_by === 'a') === (from === a) ? 'you' : 'they'}`);
}
