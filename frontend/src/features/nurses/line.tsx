import { useTranslation } from 'react-i18next';
import type { LineStep } from '../../api/nurses';
import { Terms } from '../../ui/terms';
import { ages } from './ages';

const BIRTHDAYS = [18, 40, 65];

/** From birth on: who is in charge, and at which birthday it changes. */
export function Line({ steps, age, topic }: { steps: LineStep[]; age: string; topic: string }) {
  const { t } = useTranslation();
  const own = age === '' ? null : Number(age);
  const here = (step: LineStep) => own !== null && own >= step.age_from && (step.age_to == null || own <= step.age_to);
  return (
    <section aria-labelledby="line">
      <h2 id="line">{t('nurses.line.title', { topic })}</h2>
      <ol className="life">
        {steps.map((step) => (
          <li key={step.age_from} className={here(step) ? 'life-step here' : 'life-step'} aria-current={here(step) ? 'step' : undefined}>
            <span className={BIRTHDAYS.includes(step.age_from) ? 'life-age strong' : 'life-age'}>{ages(t, step.age_from, step.age_to)}</span>
            <span>
              <Terms>{step.names.length ? step.names.join(t('list.separator')) : t('nurses.line.nobody')}</Terms>
              {step.names.length > 0 && !step.local && <span className="muted small"> {t('nurses.line.general')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
