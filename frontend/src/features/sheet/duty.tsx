import { useTranslation } from 'react-i18next';
import type { Duty } from '../../api/sheet';
import { Terms } from '../../ui/terms';

/** 努力義務 of a care manager: with which of the seven kinds of body there is a tie (省令第38号 第一条の二 4). */
export function DutyPart({ duty }: { duty: readonly Duty[] }) {
  const { t } = useTranslation();
  if (duty.length === 0) return null;
  const there = duty.filter((one) => one.exists);
  return (
    <section className="panel star-duty" aria-labelledby="star-duty">
      <h2 id="star-duty">{t('sheet.duty')}</h2>
      <p><Terms>{t('sheet.duty_text', { tied: there.filter((one) => one.tied).length, count: there.length })}</Terms></p>
      <ul>
        {duty.map((one) => {
          const state = !one.exists ? 'absent' : one.tied ? 'tied' : 'open';
          return (
            <li key={one.kind} className={`is-${state}`}>
              <span className="star-duty-mark" aria-hidden="true">{state === 'tied' ? <Tick /> : '―'}</span>
              <span><Terms>{t(`tie.duty.${one.kind}`)}</Terms></span> <span className="small muted">{t(`sheet.duty_state.${state}`)}</span>
            </li>
          );
        })}
      </ul>
      <p className="small muted"><Terms>{t('sheet.duty_note')}</Terms></p>
    </section>
  );
}

/** Drawn: ✓ is in no font we may ship. */
function Tick() {
  return <svg viewBox="0 0 18 18" width="16" height="16"><path d="M3 9.500l4 4l8-9" fill="none" stroke="currentColor" strokeWidth="2.6" /></svg>;
}
