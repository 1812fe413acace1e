import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Unlisted } from '../../lib/pending';
import type { Problem } from '../../lib/problem';
import { PLAIN, type Asked, type Star } from '../../lib/star';
import { TextInput } from '../../ui/form';
import { StarDetails } from '../../ui/star-details';
import { StarMark } from '../../ui/star-mark';

interface Props {
  agencies: Unlisted[];
  asked: Asked;
  /** Why the server does not take them. */
  problem: Problem | null;
  onChange: (agencies: Unlisted[]) => void;
}

const EMPTY = { name: '', place: '', phone: '' };
/** The server takes no more. */
const MOST = 20;

/** Agencies no directory holds, in the respondent's own words. */
export function UnlistedPart({ agencies, asked, problem, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState(EMPTY);
  const [open, setOpen] = useState(false);
  function add(event: FormEvent) {
    event.preventDefault();
    if (draft.name.trim() === '') return;
    onChange([...agencies, { ...draft, star: PLAIN }]);
    setDraft(EMPTY);
    setOpen(false);
  }
  const key = `sheet.trouble.${problem?.code ?? ''}`;
  return (
    <section className="panel" aria-labelledby="star-unlisted">
      <h2 id="star-unlisted">{t('sheet.unlisted')}</h2>
      <p className="small muted">{t('sheet.unlisted_text')}</p>
      {problem && <p className="field-error" role="alert">{i18n.exists(key) ? t(key) : t('sheet.trouble.other')}</p>}
      <ul className="star-list">
        {agencies.map((agency, at) => (
          <Agency
            key={`${String(at)}-${agency.name}`} agency={agency} asked={asked}
            onStar={(star) => onChange(agencies.map((other) => (other === agency ? { ...other, star } : other)))}
            onRemove={() => onChange(agencies.filter((other) => other !== agency))}
          />
        ))}
      </ul>
      {!open && agencies.length < MOST && <Button className="button" onPress={() => setOpen(true)}>{t('sheet.unlisted_add')}</Button>}
      {open && (
        <form className="form" onSubmit={add}>
          <TextInput label={t('sheet.unlisted_name')} hint={t('entry.no_clients')} value={draft.name} most={80} required onChange={(name) => setDraft({ ...draft, name })} />
          <TextInput label={t('sheet.unlisted_place')} value={draft.place} most={120} onChange={(place) => setDraft({ ...draft, place })} />
          <TextInput label={t('sheet.unlisted_phone')} type="tel" value={draft.phone} most={30} onChange={(phone) => setDraft({ ...draft, phone })} />
          <p className="row">
            <Button type="submit" className="button primary">{t('sheet.unlisted_save')}</Button>
            <Button className="button" onPress={() => setOpen(false)}>{t('state.cancel')}</Button>
          </p>
        </form>
      )}
    </section>
  );
}

function Agency({ agency, asked, onStar, onRemove }: { agency: Unlisted; asked: Asked; onStar: (star: Star) => void; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="star-row on">
      <div className="star-agency">
        <StarMark on />
        <span className="star-who">
          <span className="star-name">{agency.name}</span>
          <span className="star-about"><span>{[agency.place, agency.phone].filter(Boolean).join(' ')}</span></span>
        </span>
        <Button className="button small" aria-label={t('sheet.unlisted_remove_of', { name: agency.name })} onPress={onRemove}>{t('sheet.unlisted_remove')}</Button>
      </div>
      {(asked.kinds || asked.closeness || asked.frequency) && (
        <div className="star-told"><StarDetails asked={asked} star={agency.star} name={agency.name} onChange={onStar} /></div>
      )}
    </li>
  );
}
