import { useTranslation } from 'react-i18next';
import { Check } from '../../ui/check';

const LINES = ['j', 'k', 'a', 'm', 'r', 's', 'u'] as const;

/** What the keys do, always in sight, and the switch that turns them off. */
export function Help({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <section className="panel review-help" aria-labelledby="keys">
      <h2 id="keys">{t('review.keys')}</h2>
      <Check checked={on} onChange={onChange}>{t('review.use_keys')}</Check>
      {on && (
        <dl className="keys">
          {LINES.map((key) => (
            <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`review.key.${key}`)}</dd></div>
          ))}
        </dl>
      )}
      <p className="small muted">{t('review.without_keys')}</p>
    </section>
  );
}
