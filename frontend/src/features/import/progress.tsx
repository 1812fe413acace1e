import { Label, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImportJob } from '../../api/types';
import { count } from '../../lib/format';
import { BusyButton } from '../../ui/busy-button';

/** How far it is, in which step, and the way to stop. */
export function Progress({ job, stopping, onStop }: { job: ImportJob; stopping: boolean; onStop: () => void }) {
  const { t, i18n } = useTranslation();
  const known = job.total > 0;
  const key = `import.phase.${job.phase ?? ''}`;
  const phase = job.phase && i18n.exists(key) ? t(key) : t(`import.state.${job.state}`);
  return (
    <div className="panel progress-panel">
      <ProgressBar className="progress" value={known ? job.done : 0} maxValue={known ? job.total : 1} isIndeterminate={!known}>
        {({ percentage, valueText }) => (
          <>
            <div className="progress-label">
              <Label>{phase}</Label>
              <span className="number">{known ? valueText : ''}</span>
            </div>
            <svg className={known ? 'progress-bar' : 'progress-bar waiting'} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="4" className="progress-track" />
              <rect width={known ? (percentage ?? 0) : 30} height="4" className="progress-fill" />
            </svg>
          </>
        )}
      </ProgressBar>
      {known && (
        <p className="small muted">
          {t('import.progress', { done: count(job.done, i18n.language), total: count(job.total, i18n.language) })}
        </p>
      )}
      <BusyButton className="button" busy={stopping} onPress={onStop}>{t('import.stop')}</BusyButton>
      <p className="small muted">{t('import.stop_note')}</p>
    </div>
  );
}
