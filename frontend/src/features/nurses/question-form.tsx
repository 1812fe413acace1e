import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nurseTermsQuery } from '../../api/nurses';
import { locate, type LocateError } from '../../lib/locate';
import { BusyButton } from '../../ui/busy-button';

export interface Question {
  place: string;
  topic: string;
  age: string;
  /** `lat,lon`, in the place of words. */
  near: string;
}

const EXAMPLES = ['難病', 'ALS', 'ひきこもり', '産後うつ', '認知症', '結核', 'ヤングケアラー'];

/** Three fields, in the words people use. */
export function QuestionForm({ question, onAsk }: { question: Question; onAsk: (question: Question) => void }) {
  const { t } = useTranslation();
  const terms = useQuery(nurseTermsQuery);
  const [text, setText] = useState(question);
  const [error, setError] = useState<LocateError | null>(null);
  const [seeking, setSeeking] = useState(false);
  const topics = useId();
  const words = terms.data?.topics.flatMap((topic) => [topic.ja, ...topic.words]) ?? [];
  const change = (patch: Partial<Question>) => setText((old) => ({ ...old, ...patch }));

  async function here() {
    setSeeking(true);
    const found = await locate();
    setSeeking(false);
    setError(found.ok ? null : found.error);
    if (found.ok) onAsk({ ...text, place: '', near: `${found.at.lat.toFixed(5)},${found.at.lon.toFixed(5)}` });
  }

  return (
    <form
      className="desk-question no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ ...text, place: text.place.trim(), topic: text.topic.trim() });
      }}
    >
      <TextField className="field place" value={text.place} onChange={(place) => change({ place, near: '' })}>
        <Label>{t('nurses.place')}</Label>
        <Input placeholder={text.near ? t('nurses.near') : t('nurses.place_example')} autoComplete="off" />
      </TextField>
      <TextField className="field topic" value={text.topic} onChange={(topic) => change({ topic })}>
        <Label>{t('nurses.topic')}</Label>
        <Input list={topics} placeholder={t('nurses.topic_example')} autoComplete="off" />
        <datalist id={topics}>{[...new Set(words)].map((word) => <option key={word} value={word} />)}</datalist>
      </TextField>
      <TextField className="field age" value={text.age} onChange={(age) => change({ age: age.normalize('NFKC').replace(/\D/g, '').slice(0, 3) })}>
        <Label>{t('nurses.age')}</Label>
        <Input inputMode="numeric" autoComplete="off" />
      </TextField>
      <Button type="submit" className="button primary">{t('nurses.ask')}</Button>
      <BusyButton className="button here" busy={seeking} onPress={() => void here()}>{t('nurses.here')}</BusyButton>
      {error && <p className="field-error" role="alert">{t(`locate.${error}`)}</p>}
      {!question.topic && (
        <ul className="examples" aria-label={t('nurses.examples')}>
          {EXAMPLES.map((word) => (
            <li key={word}><Button className="chip" onPress={() => onAsk({ ...text, topic: word })}>{word}</Button></li>
          ))}
        </ul>
      )}
    </form>
  );
}
