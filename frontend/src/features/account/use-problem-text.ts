import { useTranslation } from 'react-i18next';
import { problemOf } from '../../lib/problem';

/** What went wrong, in a sentence beside the field; with the seconds to wait where the server names them. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    const problem = problemOf(error);
    if (problem.retry_after) return t('sign_in.wait', { count: problem.retry_after });
    const key = `problem.${problem.code}.remedy`;
    return i18n.exists(key) ? t(key) : t('problem.other.remedy');
  };
}
