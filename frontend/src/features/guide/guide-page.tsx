import './guide.css';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { guideQuery, guideTermsQuery, type GuideCase } from '../../api/guide';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import { Choices } from './choices';
import { Outcome } from './outcome';

const EMPTY: GuideCase = { age: '', turns65In: '', place: '', conditions: [], services: [], situations: [] };

/** だれにつなぐ: a person's situation in, never who it is; roles, reasons, offices, forums and hand-over out. */
export function GuidePage() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<GuideCase>(EMPTY);
  const settled = useDeferredValue(asked);
  const terms = useQuery(guideTermsQuery);
  const answer = useQuery(guideQuery(settled));
  useTitle(t('nav.guide'), t('shell.name'));
  const empty = JSON.stringify(asked) === JSON.stringify(EMPTY);
  return (
    <div className="page guide">
      <h1>{t('nav.guide')}</h1>
      <p className="guide-lead no-print"><Terms>{t('guide.lead')}</Terms></p>
      <p className="guide-notice"><Terms>{t('guide.notice')}</Terms></p>
      {terms.isPending && <Loading />}
      {terms.isError && <ErrorPanel error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.data && (
        <Choices terms={terms.data} asked={asked} onChange={(patch) => setAsked((old) => ({ ...old, ...patch }))} />
      )}
      {!empty && <p className="no-print"><Button className="button small" onPress={() => setAsked(EMPTY)}>{t('guide.clear')}</Button></p>}
      {answer.isError && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && !empty && <Outcome answer={answer.data} />}
    </div>
  );
}
