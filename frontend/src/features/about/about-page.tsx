import './about.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { metaQuery } from '../../api/queries';
import { GROUPS } from '../../lib/systems';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { SystemMark } from '../../ui/system-mark';
import { Terms } from '../../ui/terms';
import { Datasets } from './datasets';

const HELP = ['words', 'place', 'both', 'phone', 'share', 'old'] as const;
const LICENCES = ['program', 'kaigo', 'wamnet', 'municipal', 'font', 'map'] as const;

/** Sources with their editions, licences, help in short, accessibility. */
export function AboutPage() {
  const { t } = useTranslation();
  const meta = useQuery(metaQuery);
  useTitle(t('nav.about'), t('shell.name'));
  return (
    <article className="page about">
      <h1>{t('about.title')}</h1>
      <p className="lead"><Terms>{t('about.lead')}</Terms></p>
      <nav aria-label={t('about.contents')}>
        <ul className="contents">
          {(['sources', 'help', 'licences', 'accessibility', 'privacy'] as const).map((id) => (
            <li key={id}><a href={`#${id}`}>{t(`about.${id}.title`)}</a></li>
          ))}
        </ul>
      </nav>
      <section>
        <h2 id="sources">{t('about.sources.title')}</h2>
        <p><Terms>{t('about.sources.text')}</Terms></p>
        {meta.isPending && <Loading />}
        {meta.isError && <ErrorPanel error={meta.error} onRetry={() => void meta.refetch()} />}
        {meta.data && <Datasets datasets={meta.data.datasets} />}
      </section>
      <section aria-labelledby="help">
        <h2 id="help">{t('about.help.title')}</h2>
        <dl className="help">
          {HELP.map((key) => (
            <div key={key}><dt>{t(`about.help.${key}.title`)}</dt><dd><Terms>{t(`about.help.${key}.text`)}</Terms></dd></div>
          ))}
        </dl>
        <h3>{t('map.legend')}</h3>
        <ul className="about-legend">
          {GROUPS.map((group) => <li key={group}><SystemMark group={group} size={26} /> {t(`system.group.${group}`)}</li>)}
        </ul>
      </section>
      <section aria-labelledby="licences">
        <h2 id="licences">{t('about.licences.title')}</h2>
        <ul>{LICENCES.map((key) => <li key={key}>{t(`about.licences.${key}`)}</li>)}</ul>
        {meta.data?.base_map.raster && <p>{t('about.licences.base', { credit: meta.data.base_map.raster.attribution })}</p>}
        {meta.data?.base_map.pmtiles && <p>{t('about.licences.base', { credit: meta.data.base_map.pmtiles.attribution })}</p>}
      </section>
      <section aria-labelledby="accessibility">
        <h2 id="accessibility">{t('about.accessibility.title')}</h2>
        <p>{t('about.accessibility.text')}</p>
        <p>{t('about.accessibility.limits')}</p>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t('about.privacy.title')}</h2>
        <p>{t('about.privacy.text')}</p>
      </section>
      {meta.data && <p className="small muted">{t('about.version', { version: meta.data.version })}</p>}
    </article>
  );
}
