import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../lib/problem';

export function Loading({ label }: { label?: string }) {
  const { t } = useTranslation();
  return <p className="loading" role="status">{label ?? t('state.loading')}</p>;
}

/** Says what went wrong and what to do, with a button to try again where that can help. */
export function ErrorPanel({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const problem = problemOf(error);
  const known = i18n.exists(`problem.${problem.code}`);
  return (
    <div className="panel error" role="alert">
      <h2>{known ? t(`problem.${problem.code}.title`) : t('problem.other.title')}</h2>
      <p>{known ? t(`problem.${problem.code}.remedy`) : t('problem.other.remedy')}</p>
      {problem.detail && <p className="muted small">{problem.detail} ({problem.code})</p>}
      {onRetry && <Button className="button" onPress={onRetry}>{t('state.retry')}</Button>}
      {children}
    </div>
  );
}
