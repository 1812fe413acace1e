import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { metaQuery } from '../api/queries';

export function Footer() {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  return (
    <footer className="footer">
      <p>{t('footer.privacy')}</p>
      <p>
        <Link to="/glossary">{t('footer.glossary')}</Link>
        <Link to="/about">{t('footer.sources')}</Link>
        {meta.data && <span className="muted"> {t('shell.name')} {meta.data.version}</span>}
      </p>
    </footer>
  );
}
