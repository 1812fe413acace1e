import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { GeneralAnswer, NurseAnswer } from '../../api/nurses';
import { ContactLine } from '../../ui/contact';
import { Terms } from '../../ui/terms';
import { DeskCard } from './desk-card';
import { ages } from './ages';
import type { Question } from './question-form';

interface Props {
  answer: NurseAnswer;
  question: Question;
  onAsk: (question: Question) => void;
}

/** Who it is, first of all; where nothing local is entered, where it usually lies, and said so. */
export function Answer({ answer, question, onAsk }: Props) {
  const { t } = useTranslation();
  const { place, topic } = answer;
  if (!place) {
    const asked = question.place || question.near;
    return (
      <section className="answer" role="status">
        <p>{asked ? t(answer.choices.length ? 'nurses.which' : 'nurses.no_place') : t('nurses.need_place')}</p>
        <ul className="examples">
          {answer.choices.map((choice) => (
            <li key={choice.code}><Button className="chip" onPress={() => onAsk({ ...question, place: choice.name, near: '' })}>{choice.name}</Button></li>
          ))}
        </ul>
      </section>
    );
  }
  if (answer.unknown_topic) return <section className="answer" role="status"><p>{t('nurses.no_topic', { word: question.topic })}</p></section>;
  const about = [place.label, topic?.name, question.age && t('nurses.years', { age: question.age })].filter(Boolean).join(' / ');
  const nobody = topic && answer.desks.length === 0 && answer.general.length === 0;
  return (
    <section className="answer" aria-labelledby="answer">
      <h2 id="answer" aria-live="polite">
        {about}
        {answer.condition && topic && answer.condition !== topic.name && <span className="small muted"> {t('nurses.from_condition', { condition: answer.condition })}</span>}
      </h2>
      {answer.overlap && <p className="flag twice">{t('nurses.overlap', { count: answer.desks.length })}</p>}
      {answer.desks.map((found, index) => (
        <DeskCard key={found.desk.id} desk={found.desk} reason={found.reason} next={found.next ?? null} first={index === 0} />
      ))}
      {answer.by_town.length > 0 && (
        <div className="panel notice">
          <p><Terms>{t('nurses.by_town')}</Terms></p>
          <ul>{answer.by_town.map((desk) => <li key={desk.id}>{desk.name}{desk.phone && ` ${desk.phone}`}</li>)}</ul>
        </div>
      )}
      {answer.general.length > 0 && <General found={answer.general} />}
      {nobody && <p className="panel warning"><Terms>{t('nurses.nobody')}</Terms></p>}
      {!topic && <p className="muted small"><Terms>{t('nurses.need_topic')}</Terms></p>}
    </section>
  );
}

function General({ found }: { found: GeneralAnswer[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="general">
      <p className="flag">{t('nurses.general')}</p>
      {found.map((answer) => (
        <article key={`${answer.placement}-${answer.age_from}`} className="desk">
          <h3>
            {answer.offices[0]?.name ?? answer.placement_ja}
            {answer.run_by && <span className="pill">{t(`nurses.run_by.${answer.run_by}`)}</span>}
          </h3>
          {answer.offices[0] && <ContactLine phone={answer.offices[0].phone ?? null} fax={answer.offices[0].fax ?? null} name={answer.offices[0].name} />}
          <p className="small">
            <Terms>{i18n.language === 'en' ? answer.reason_en : answer.reason_ja}</Terms>
            <span className="muted"> {t('nurses.because', { law: answer.law, ages: ages(t, answer.age_from, answer.age_to) })}</span>
          </p>
          {answer.jurisdiction && <p className="small muted"><Terms>{t(`nurses.jurisdiction.${answer.jurisdiction}`)}</Terms></p>}
          {answer.offices.length === 0 && <p className="small"><Terms>{t('nurses.no_office', { kind: answer.placement_ja })}</Terms></p>}
          {answer.offices.length > 1 && (
            <p className="small muted">{t('nurses.others')} {answer.offices.slice(1).map((office) => [office.name, office.phone].filter(Boolean).join(' ')).join(t('list.separator'))}</p>
          )}
        </article>
      ))}
    </div>
  );
}
