import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { previewQuery, type Design, type Preview } from '../../api/surveys';
import { count } from '../../lib/format';
import { useDebounced } from '../../lib/use-debounced';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';

/** The numbers of a design once it has stood still for a moment. */
export function usePreview(design: Design): UseQueryResult<Preview> {
  const { respondents, roster, area } = design;
  const key = useDebounced(JSON.stringify({ respondents, roster, area }), 300);
  const settled = JSON.parse(key) as Pick<Design, 'respondents' | 'roster' | 'area'>;
  return useQuery(previewQuery({ ...design, ...settled, ask_kinds: true, ask_closeness: true, ask_frequency: true }));
}

/** How many are asked and can be named; who cannot be asked, and what to do about it. */
export function Numbers({ preview, design }: { preview: UseQueryResult<Preview>; design: Design }) {
  const { t, i18n } = useTranslation();
  const { data } = preview;
  const number = (value: number | undefined) => (value === undefined ? '–' : count(value, i18n.language));
  const rows = data ? Math.min(design.roster_size, Math.max(0, data.roster - 1)) : undefined;
  const homeless = data?.desks_without_office ?? [];
  return (
    <section className="panel" aria-labelledby="numbers" aria-busy={preview.isFetching}>
      <h2 id="numbers">{t('survey.numbers.title')}</h2>
      <dl className="survey-numbers" aria-live="polite">
        <div><dt>{t('survey.numbers.asked')}</dt><dd>{number(data?.respondents)}<span>{t('survey.numbers.places')}</span></dd></div>
        <div><dt>{t('survey.numbers.named')}</dt><dd>{number(data?.roster)}<span>{t('survey.numbers.places')}</span></dd></div>
        <div><dt>{t('survey.numbers.rows')}</dt><dd>{number(rows)}<span>{t('survey.numbers.lines')}</span></dd></div>
      </dl>
      {data?.respondents === 0 && <p className="panel warning">{t('survey.numbers.nobody')}</p>}
      {homeless.length > 0 && (
        <details className="small">
          <summary>{t('survey.numbers.homeless', { count: homeless.length })}</summary>
          <p><Terms>{t('survey.numbers.homeless_remedy')}</Terms> <Link to="/nurses/edit" search={{ owner: design.area }}>{t('survey.numbers.homeless_edit')}</Link></p>
          <ul>{homeless.map((name, at) => <li key={`${name}${at}`}>{name}</li>)}</ul>
        </details>
      )}
      {preview.isError && <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />}
    </section>
  );
}
