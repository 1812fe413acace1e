import { useTranslation } from 'react-i18next';
import type { PaperRow } from '../../api/surveys';
import { LETTERS, type Line } from '../../lib/paper';
import { CLOSENESS, FREQUENCIES, KINDS, type Asked } from '../../lib/star';
import { changesOf, type Stars } from './answers';
import { told } from './told';

const HELP = [['12', 'one'], ['12 1 4 c2 d', 'told'], ['3,5,9', 'several'], ['3-5', 'range'], ['-12', 'drop'], ['Ctrl+Enter', 'end']] as const;

interface Props {
  value: string;
  read: Line;
  rows: ReadonlyMap<number, PaperRow>;
  stars: Stars;
  asked: Asked;
  /** Why the line could not be taken. */
  fault: string;
  onChange: (value: string) => void;
  onEnter: () => void;
}

/** One line: what is typed, what of it will be saved, and how to type it. */
export function LineField({ value, read, rows, stars, asked, fault, onChange, onEnter }: Props) {
  const { t } = useTranslation();
  return (
    <div className="paper-line">
      <label htmlFor="line">{t('paper.line')}</label>
      <input
        id="line" type="text" value={value} autoComplete="off" spellCheck={false} autoFocus aria-describedby="line-read line-help" aria-invalid={fault !== ''}
        enterKeyHint="enter"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // Enter of a Japanese conversion is left to the input method; with Ctrl it ends the sheet.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onEnter();
        }}
      />
      <div id="line-read" className="paper-read">
        {fault ? <p className="field-error" role="alert">{fault}</p> : <WillBe read={read} rows={rows} stars={stars} />}
      </div>
      <ul id="line-help" className="small paper-help">
        {HELP.map(([keys, key]) => <li key={key}><kbd>{keys}</kbd> {t(`paper.help.${key}`)}</li>)}
      </ul>
      <dl className="paper-legend small">
        {asked.kinds && <div><dt>{t('paper.legend.kinds')}</dt><dd>{KINDS.map((kind, at) => <span key={kind}><kbd>{at + 1}</kbd> {t(`tie.kind.${kind}`)}</span>)}</dd></div>}
        {asked.closeness && <div><dt>{t('paper.legend.closeness')}</dt><dd>{CLOSENESS.map((stage) => <span key={stage}><kbd>c{stage}</kbd> {t(`tie.closeness.${stage}`)}</span>)}</dd></div>}
        {asked.frequency && <div><dt>{t('paper.legend.frequency')}</dt><dd>{FREQUENCIES.map((band, at) => <span key={band}><kbd>{LETTERS[at]}</kbd> {t(`tie.frequency.${band}`)}</span>)}</dd></div>}
      </dl>
    </div>
  );
}

/** What Enter would save. */
function WillBe({ read, rows, stars }: Pick<Props, 'read' | 'rows' | 'stars'>) {
  const { t } = useTranslation();
  if (read.kind === 'empty') return <p className="muted small">{t('paper.will_be')}</p>;
  if (read.kind === 'fault') return <p className="paper-doubt small">{t(`paper.fault.${read.fault.code}`, { at: read.fault.at, last: rows.size })}</p>;
  const changes = changesOf(read, rows, stars);
  const [first] = changes;
  const names = read.rows.map((number) => `${number} ${rows.get(number)?.name ?? ''}`).join(' / ');
  return (
    <p>
      {read.kind === 'drop' ? t('paper.takes_away', { names }) : <><span className="paper-star" aria-hidden="true">☆</span> {names} <span className="muted">{first?.star && told(t, first.star)}</span></>}
    </p>
  );
}
