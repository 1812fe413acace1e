import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../../api/types';

/** Why a file could not be read, and what to do about it. The server's remedy names columns and places; it is Japanese. */
export function FileError({ problem }: { problem: FileProblem }) {
  const { t, i18n } = useTranslation();
  const known = i18n.exists(`problem.${problem.code}`) ? problem.code : 'unreadable_file';
  const own = i18n.language === 'ja' && problem.remedy !== '';
  return (
    <div className="file-error" role="alert">
      <p><strong>{t(`problem.${known}.title`)}</strong></p>
      <p>{own ? problem.remedy : t(`problem.${known}.remedy`)}</p>
      {problem.detail && (
        <details className="small">
          <summary>{t('crash.details')}</summary>
          <p className="muted">{problem.detail}</p>
        </details>
      )}
    </div>
  );
}
