import './nurses.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nurseLookupQuery } from '../../api/nurses';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { Answer } from './answer';
import { Jurisdiction } from './jurisdiction';
import { Jurisdictions } from './jurisdictions';
import { Line } from './line';
import { Matrix } from './matrix';
import { Neighbours } from './neighbours';
import { QuestionForm, type Question } from './question-form';

/** 保健師をさがす: place, topic, age in; the desk, the reason and the telephone out. */
export function NursesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/nurses' });
  const navigate = useNavigate({ from: '/nurses' });
  const question: Question = { place: search.place ?? '', topic: search.topic ?? '', age: search.age ?? '', near: search.near ?? '' };
  const query = useQuery(nurseLookupQuery(question));
  const answer = query.data;
  const municipality = answer?.place?.municipality;
  useTitle(t('nav.nurses'), t('shell.name'));

  function ask(next: Question) {
    const given = Object.entries(next).filter(([, value]) => value !== '');
    void navigate({ to: '/nurses', search: Object.fromEntries(given), resetScroll: false });
  }

  return (
    <div className="page nurses">
      <h1>{t('nav.nurses')}</h1>
      <p className="nurses-lead no-print"><Terms>{t('nurses.lead')}</Terms></p>
      <QuestionForm key={JSON.stringify(question)} question={question} onAsk={ask} />
      {query.isFetching && !answer && <Loading />}
      {query.isError && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      {answer && (
        <>
          <Answer answer={answer} question={question} onAsk={ask} />
          {answer.line.length > 0 && <Line steps={answer.line} age={question.age} topic={answer.topic?.name ?? ''} />}
          {answer.desks[0] && <Jurisdiction desk={answer.desks[0].desk} />}
          {answer.neighbours.length > 0 && <Neighbours desks={answer.neighbours} />}
        </>
      )}
      {municipality && (
        <>
          <Matrix area={municipality.code} />
          <Jurisdictions key={`${municipality.code} ${answer.topic?.code ?? ''}`} area={municipality.code} topic={answer.topic?.code ?? ''} age={question.age} />
          <p className="row no-print">
            <Link className="button" to="/nurses/sheet" search={{ area: municipality.code }}>{t('nurses.sheet.open')}</Link>
            <Link className="button" to="/nurses/edit" search={{ owner: municipality.code }}>{t('nurses.edit.open')}</Link>
          </p>
        </>
      )}
      {!answer && !query.isFetching && <p className="muted small"><Terms>{t('nurses.note')}</Terms></p>}
    </div>
  );
}
