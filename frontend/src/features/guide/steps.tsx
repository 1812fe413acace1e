import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { Conclusion, GuideRole, GuideStep } from '../../api/guide';
import { telHref } from '../../lib/format';
import { useStrengthName } from '../../lib/taxonomy';
import { isSystem, type Group } from '../../lib/systems';
import { SystemMark } from '../../ui/system-mark';
import { Terms } from '../../ui/terms';
import { both, stepName } from './text';

/** Roles in order of time, each with its reason and whom to call. */
export function StepList({ steps, conclusions }: { steps: GuideStep[]; conclusions: Conclusion[] }) {
  const { t } = useTranslation();
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={`${step.event}${step.months}`} className="step">
          <h3>{stepName(t, step)}</h3>
          <ul className="roles">
            {step.roles.map((role) => (
              <li key={`${role.code}${role.topic?.code ?? ''}`} className="role"><Role role={role} conclusions={conclusions} /></li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

const group = (system: string): Group => (isSystem(system) ? system : 'community');

function Role({ role, conclusions }: { role: GuideRole; conclusions: Conclusion[] }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const reasons = conclusions.filter((one) => role.rules.includes(one.id));
  return (
    <>
      <h4>
        <SystemMark group={group(role.system)} size={20} /> {both(lang, role.name)}
        {role.topic && <span className="pill">{role.topic.name}</span>}
        {role.late && <span className="pill late">{t('guide.late')}</span>}
      </h4>
      <ul className="reasons small">
        {reasons.map((one) => <li key={one.id}><a href={`#rule-${one.id}`}>{both(lang, one.title)}</a></li>)}
      </ul>
      <Reach role={role} />
    </>
  );
}

function Reach({ role }: { role: GuideRole }) {
  const { t } = useTranslation();
  const strength = useStrengthName();
  const none = role.desks.length === 0 && role.offices.length === 0 && role.general.length === 0;
  return (
    <ul className="role-offices">
      {role.desks.map((found) => <li key={found.desk.id}><span>{found.desk.name}</span> <Phone phone={found.desk.phone} /></li>)}
      {role.offices.map(({ card, tied, ties, strengths, accepting }) => (
        <li key={card.id}>
          <Link to="/offices/$id" params={{ id: card.id }}>{card.name}</Link> <Phone phone={card.phone} />
          {tied && <span className="pill">{[t('guide.tied'), ...(ties ?? []).map((kind) => t(`tie.kind.${kind}`))].join(' · ')}</span>}
          {strengths.map((code) => <span key={code} className="pill">{strength(code)}</span>)}
          {accepting && <span className="pill">{t('guide.accepting')}</span>}
        </li>
      ))}
      {role.general.map((found) => (
        <li key={found.placement}>
          <span>{found.offices[0]?.name ?? found.placement_ja}</span> <Phone phone={found.offices[0]?.phone} /> <span className="small muted">{t('guide.unconfirmed')}</span>
        </li>
      ))}
      {role.found_in && role.offices.length > 0 && role.found_in.code.endsWith('000') && <li className="small muted">{t('guide.from_prefecture', { area: role.found_in.name })}</li>}
      {none && <li className="small muted"><Terms>{t('guide.nobody_here')}</Terms></li>}
    </ul>
  );
}

function Phone({ phone }: { phone?: string | null | undefined }) {
  return phone ? <a className="number" href={telHref(phone)}>{phone}</a> : null;
}
