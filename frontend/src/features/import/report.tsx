import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changesHref, rejectedHref } from '../../api/commands';
import type { ImportJob } from '../../api/types';
import { count } from '../../lib/format';
import { COUNTS, sum } from './numbers';

/** The outcome: every row accounted for, with the rows to send back and the changes to read. */
export function Report({ job }: { job: ImportJob }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={`panel report report-${job.state}`} role="status">
      <h3>{t(`import.outcome.${job.state}`)}</h3>
      <dl className="numbers small-numbers">
        {COUNTS.map((name) => (
          <div key={name}><dt>{t(`import.count.${name}`)}</dt><dd>{count(sum(job.files, name), i18n.language)}</dd></div>
        ))}
      </dl>
      <p className="row">
        <a className="button" href={rejectedHref(job.id)} download>{t('import.download_rejected')}</a>
        <a className="button" href={changesHref(job.id)} download>{t('import.download_changes')}</a>
        {job.state === 'done' && <Link className="button primary" to="/search">{t('import.see')}</Link>}
      </p>
    </div>
  );
}
