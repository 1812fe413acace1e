import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../../api/surveys';
import { readTold } from '../../lib/paper';
import type { Asked } from '../../lib/star';
import { isNamed, starOf } from './answers';
import { told } from './told';

const EMPTY = { name: '', place: '', phone: '', told: '' };
type Field = keyof typeof EMPTY;
/** As many as the server keeps of one sheet. */
const MOST = 20;

interface Props {
  agencies: Agency[];
  asked: Asked;
  onChange: (agencies: Agency[]) => void;
  /** Whether one is being written that has not been added yet. */
  onWriting: (writing: boolean) => void;
}

/** 名簿にない機関: what is written by hand at the end of the paper. */
export function Agencies({ agencies, asked, onChange, onWriting }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(EMPTY);
  const [fault, setFault] = useState('');
  const first = useRef<HTMLInputElement>(null);
  function write(next: typeof EMPTY) {
    setDraft(next);
    onWriting(Object.values(next).some((text) => text.trim() !== ''));
  }
  function add() {
    const star = readTold(draft.told, asked);
    if ('code' in star) return setFault(t(`paper.fault.${star.code}`, { at: star.at, last: 0 }));
    const agency: Agency = { name: draft.name.trim(), place: draft.place.trim(), phone: draft.phone.trim(), star };
    if (!isNamed(agency)) return setFault(t('paper.agency.no_name'));
    onChange([...agencies, agency]);
    write(EMPTY);
    setFault('');
    first.current?.focus();
  }
  const field = (key: Field, most: number) => (
    <div className="field">
      <label htmlFor={`agency-${key}`}>{t(`paper.agency.${key}`)}</label>
      <input
        id={`agency-${key}`} placeholder={key === 'told' ? '1 c2 d' : undefined} ref={key === 'name' ? first : undefined} type="text" maxLength={most} autoComplete="off" value={draft[key]}
        onChange={(event) => write({ ...draft, [key]: event.target.value })}
      />
    </div>
  );
  return (
    <section className="panel paper-agencies" aria-labelledby="agencies">
      <h2 id="agencies">{t('paper.agency.title')}</h2>
      <p className="small muted">{t('paper.agency.hint')}</p>
      {agencies.length > 0 && (
        <ul className="plain">
          {agencies.map((agency, at) => (
            <li key={at} className="row">
              <span className="strong">{agency.name}</span> <span className="small">{[agency.place, agency.phone, told(t, starOf(agency.star ?? {}))].filter(Boolean).join(' ')}</span>
              <Button className="link small" aria-label={t('paper.agency.remove_of', { name: agency.name })} onPress={() => onChange(agencies.filter((_, other) => other !== at))}>{t('paper.agency.remove')}</Button>
            </li>
          ))}
        </ul>
      )}
      {agencies.length < MOST && (
        <form
          className="paper-agency"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          {field('name', 80)}{field('place', 120)}{field('phone', 30)}{(asked.kinds || asked.closeness || asked.frequency) && field('told', 30)}
          <Button type="submit" className="button">{t('paper.agency.add')}</Button>
        </form>
      )}
      {fault && <p className="field-error" role="alert">{fault}</p>}
    </section>
  );
}
