import { useTranslation } from 'react-i18next';
import type { Desk } from '../../api/nurses';
import { telHref } from '../../lib/format';
import { Terms } from '../../ui/terms';

/** Other desks for the same place and age: the wrong door is often the next one. */
export function Neighbours({ desks }: { desks: Desk[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="neighbours">
      <h2 id="neighbours">{t('nurses.neighbours')}</h2>
      <ul className="neighbours">
        {desks.map((desk) => (
          <li key={desk.id}>
            <span className="strong">{desk.name}</span>
            {desk.phone && <a href={telHref(desk.phone)} className="number">{desk.phone}</a>}
            <span className="small muted"><Terms>{desk.topics.map((code) => t(`nurse_topic.${code}`)).join(t('list.separator'))}</Terms></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
