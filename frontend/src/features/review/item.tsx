import { Link } from '@tanstack/react-router';
import { useState, type RefObject } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Compared, ReviewItem } from '../../api/moderation';
import * as format from '../../lib/format';
import { inWords } from '../../lib/history';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { BusyButton } from '../../ui/busy-button';
import { WideTable } from '../../ui/wide-table';
import { KEYS, isMain } from './choices';

interface Props {
  item: ReviewItem;
  position: { at: number; total: number };
  heading: RefObject<HTMLHeadingElement | null>;
  busy: boolean;
  swapped: boolean;
  showKeys: boolean;
  onSwap: () => void;
  onMove: (step: number) => void;
  onChoose: (choice: string, value?: string) => void;
}

/** One question: values side by side, field by field, and the answers. */
export function Item({ item, position, heading, busy, swapped, showKeys, onSwap, onMove, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const [value, setValue] = useState(item.suggestion?.new ?? '');
  const edited = item.suggestion && value !== item.suggestion.new ? value : undefined;
  const name = item.offices[swapped ? 1 : 0]?.name ?? '';
  return (
    <article className="panel review-item" aria-labelledby="item">
      <div className="review-head">
        <h2 id="item" ref={heading} tabIndex={-1}>
          {t(`review.kind.${item.kind}`)}<span className="visually-hidden"> {item.offices.map((office) => office.name).join(t('list.separator'))}</span>
        </h2>
        <p className="small muted">
          {t('review.position', position)} · {format.dateTime(item.created_at, i18n.language)}
        </p>
        <div className="row">
          <Button className="button small" onPress={() => onMove(-1)} isDisabled={position.at <= 1}>{t('review.previous')}{showKeys && <kbd>k</kbd>}</Button>
          <Button className="button small" onPress={() => onMove(1)} isDisabled={position.at >= position.total}>{t('review.next')}{showKeys && <kbd>j</kbd>}</Button>
        </div>
      </div>
      <p>{t(`review.question.${item.kind}`)}</p>
      {item.suggestion?.note && <p className="review-note"><span className="strong">{t('review.note')}</span> {item.suggestion.note}</p>}
      {item.suggestion && (
        <p className="small muted">
          {t(`review.from.${item.suggestion.from || 'visitor'}`)}
          {item.suggestion.contact && <> {t('review.contact', { contact: item.suggestion.contact })}</>}
        </p>
      )}
      {item.suggestion?.new && item.fields.length === 0 && <p>{t('review.says', { text: item.suggestion.new })}</p>}
      <Sides item={item} />
      {item.choices.includes('accept') && item.fields.length > 0 && (
        <TextField className="field review-value" value={value} onChange={setValue} maxLength={2000}>
          <Label>{t('review.value')}</Label>
          <Input />
        </TextField>
      )}
      {item.choices.includes('same') && (
        <p className="review-stays">
          {t('review.stays', { name })}{' '}
          <Button className="button small" onPress={onSwap}>{t('review.swap')}{showKeys && <kbd>s</kbd>}</Button>
        </p>
      )}
      {item.choices.length === 0 && <p className="panel warning">{t('review.foreign')}</p>}
      <div className="row review-choices">
        {item.choices.map((choice) => (
          <BusyButton key={choice} className={isMain(choice) ? 'button primary' : 'button'} busy={busy} onPress={() => onChoose(choice, choice === 'accept' ? edited : undefined)}>
            {t(`review.choice.${choice}`)}{showKeys && <kbd>{KEYS[choice]}</kbd>}
          </BusyButton>
        ))}
      </div>
    </article>
  );
}

function Sides({ item }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const head = (column: string, index: number) => {
    const office = column === 'office' ? item.offices[index] : undefined;
    return office
      ? <><span className="side-letter">{'AB'[index]}</span> <Link to="/offices/$id" params={{ id: office.id }}>{office.name}</Link></>
      : t(`review.column.${column}`);
  };
  if (item.fields.length === 0) {
    return <ul className="plain">{item.offices.map((office) => <li key={office.id}><Link to="/offices/$id" params={{ id: office.id }}>{office.name}</Link></li>)}</ul>;
  }
  return (
    <>
      {item.columns[0] !== 'office' && item.offices[0] && (
        <p><Link to="/offices/$id" params={{ id: item.offices[0].id }}>{item.offices[0].name}</Link> <span className="muted small">{item.offices[0].address}</span></p>
      )}
      <WideTable label={t('review.sides')}>
        <table className="sides-table">
          <thead>
            <tr>
              <th scope="col">{t('sources.field')}</th>
              <th scope="col">{t('review.agreement')}</th>
              {item.columns.map((column, index) => <th key={index} scope="col" className="side-head">{head(column, index)}</th>)}
            </tr>
          </thead>
          <tbody>{item.fields.map((field) => <Line key={field.field} line={field} />)}</tbody>
        </table>
      </WideTable>
    </>
  );
}

/** Agreement is said by a word and a sign beside the colour. */
function Line({ line }: { line: Compared }) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const state = line.agrees === true ? 'same' : line.agrees === false ? 'different' : 'missing';
  const word = (group: 'service' | 'day', code: string) => (group === 'service' ? serviceName(taxonomy, code, i18n.language) : t(`day.name.${code}`));
  const name = i18n.exists(`field.${line.field}`) ? t(`field.${line.field}`) : line.field;
  return (
    <tr className={`line-${state}`}>
      <th scope="row">{name}</th>
      <td className="agreement"><span aria-hidden="true">{{ same: '＝', different: '≠', missing: '−' }[state]}</span> {t(`review.agree.${state}`)}</td>
      {line.values.map((value, index) => (
        <td key={index}>{value === '' ? <span className="muted">{t('review.empty')}</span> : inWords(line.field, value, word, t('list.separator'))}</td>
      ))}
    </tr>
  );
}
