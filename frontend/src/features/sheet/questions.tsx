import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { answerQuestion, outcomeQuery, type Neighbour, type QuestionAnswer } from '../../api/sheet';
import { BusyButton } from '../../ui/busy-button';
import { StarMark } from '../../ui/star-mark';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';

const ANSWERS = ['yes', 'no', 'elsewhere'] as const;
/** Asked at first: the map below is what people came for. */
const FIRST = 3;

/** Who named the respondent without being named: asked once. */
export function Questions({ code, questions }: { code: string; questions: readonly Neighbour[] }) {
  const { t } = useTranslation();
  // What was answered stays in sight until the page is left, with the answer.
  const [asked] = useState(questions);
  const [most, setMost] = useState(FIRST);
  if (asked.length === 0) return null;
  return (
    <section className="panel star-questions no-print" aria-labelledby="star-questions">
      <h2 id="star-questions">{t('sheet.questions')}</h2>
      <p className="small muted"><Terms>{t('sheet.questions_text')}</Terms></p>
      <ul>{asked.slice(0, most).map((one) => <Question key={one.office} code={code} from={one} />)}</ul>
      {asked.length > most && <Button className="link" onPress={() => setMost(asked.length)}>{t('sheet.questions_more', { count: asked.length - most })}</Button>}
    </section>
  );
}

function Question({ code, from }: { code: string; from: Neighbour }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: (answer: QuestionAnswer) => answerQuestion(code, from.office, answer),
    // A tie that is confirmed now is drawn so.
    onSuccess: () => client.invalidateQueries({ queryKey: outcomeQuery(code).queryKey }),
  });
  return (
    <li>
      <p id={`question-${from.office}`}><StarMark on size={20} /> <span className="strong">{t('sheet.star_from', { name: from.name })}</span> {t('sheet.together')}</p>
      {!say.isSuccess && (
        <div className="row" role="group" aria-labelledby={`question-${from.office}`}>
          {ANSWERS.map((answer) => (
            <BusyButton key={answer} className="button" busy={say.isPending} onPress={() => say.mutate(answer)}>{t(`tie.answer.${answer}`)}</BusyButton>
          ))}
        </div>
      )}
      <p role="status" className="small">{say.isSuccess && t('sheet.question_thanks', { answer: t(`tie.answer.${say.variables}`) })}</p>
      {say.isError && <ErrorPanel error={say.error} />}
    </li>
  );
}
