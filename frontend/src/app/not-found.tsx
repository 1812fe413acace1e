import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page narrow">
      <h1>{t('not_found.title')}</h1>
      <p>{t('not_found.text')}</p>
      <p className="row">
        <Link className="button primary" to="/search">{t('not_found.search')}</Link>
        <Link className="button" to="/">{t('not_found.start')}</Link>
      </p>
    </div>
  );
}

/** A fault of the page itself, not of the server: reloading starts it afresh. */
export function Crash({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <div className="page narrow" role="alert">
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.text')}</p>
      <p className="row">
        <a className="button primary" href={location.href}>{t('crash.reload')}</a>
        <a className="button" href="/">{t('not_found.start')}</a>
      </p>
      <details>
        <summary>{t('crash.details')}</summary>
        <pre className="small">{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </div>
  );
}
