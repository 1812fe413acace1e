import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planQuery, type IntroductionPlan, type PlanQuestion } from '../../api/network';
import { Choose } from '../../ui/form';
import { ErrorPanel, Loading } from '../../ui/states';
import { Terms } from '../../ui/terms';
import type { Shared } from './shared';

const FORMS = ['introductions', 'meeting'] as const;
const OBJECTIVES = ['mean_distance', 'sole_intermediaries'] as const;
const BUDGETS = [3, 5, 8, 12, 20];
const REACHES = [3, 5, 10, 20, 50];

type Wish = Pick<PlanQuestion, 'form' | 'objective' | 'budget' | 'within_km'>;

/** For a council: whom to introduce to whom, or to invite to one meeting, so that the two systems come closest. */
export function PlanPanel({ view, words }: Shared) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish>({ form: 'introductions', objective: 'mean_distance', budget: 5, within_km: 10 });
  const [asked, setAsked] = useState<PlanQuestion | null>(null);
  const plan = useQuery(planQuery(asked));
  const codes = <T extends string>(all: readonly T[], key: string) => all.map((code) => [code, t(`network.plan.${key}.${code}`)] as const);
  const numbers = (all: readonly number[], key: string) => all.map((value) => [String(value), t(`network.plan.${key}`, { value })] as const);
  return (
    <details className="network-card">
      <summary><strong>{t('network.plan.title')}</strong></summary>
      <p className="small muted"><Terms>{t('network.plan.note')}</Terms></p>
      <Choose label={t('network.plan.form_label')} value={wish.form} options={codes(FORMS, 'form')} onChange={(form) => setWish({ ...wish, form: form as Wish['form'] })} />
      <Choose label={t('network.plan.objective_label')} value={wish.objective} options={codes(OBJECTIVES, 'objective')} onChange={(objective) => setWish({ ...wish, objective: objective as Wish['objective'] })} />
      <Choose label={t(`network.plan.budget_label.${wish.form}`)} value={String(wish.budget)} options={numbers(BUDGETS, `budget.${wish.form}`)} onChange={(budget) => setWish({ ...wish, budget: Number(budget) })} />
      <Choose label={t('network.plan.within_label')} value={String(wish.within_km)} options={numbers(REACHES, 'within')} onChange={(km) => setWish({ ...wish, within_km: Number(km) })} />
      <p><button type="button" className="button small" onClick={() => setAsked({ ...wish, area: view.area, ...(view.wave && { wave: view.wave }) })}>{t('network.plan.make')}</button></p>
      {plan.isFetching && <Loading />}
      {plan.isError && <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && <Steps plan={plan.data} number={words.number} />}
    </details>
  );
}

/** Each step with what it brings. */
function Steps({ plan, number }: { plan: IntroductionPlan; number: (value: number) => string }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p className="small">{t(`network.plan.before.${plan.objective}`, { value: number(plan.before) })}</p>
      {plan.steps.length === 0 && <p>{t('network.plan.nothing')}</p>}
      <ol className="network-plan">
        {plan.steps.map((step) => (
          <li key={step.offices.map(({ id }) => id).join()}>
            {step.offices.map((office, at) => (
              <span key={office.id}>{at > 0 && ' ⇔ '}<Link to="/offices/$id" params={{ id: office.id }}>{office.name}</Link></span>
            ))}
            <br /><span className="small muted">{t(`network.plan.gain.${plan.objective}`, { gain: number(step.gain), value: number(step.value) })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
