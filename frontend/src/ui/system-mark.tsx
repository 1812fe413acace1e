import { useTranslation } from 'react-i18next';
import { LETTER, OUTLINES } from '../lib/shapes';
import { LOOKS, isSystem, type Group } from '../lib/systems';

/** The mark of a system: colour, shape and letter say the same, so that none is needed alone. Decorative. */
export function SystemMark({ group, size = 22 }: { group: Group; size?: number }) {
  const look = LOOKS[group];
  const letter = LETTER[look.shape];
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={OUTLINES[look.shape]} fill={look.color} />
      <text x="12" y={letter.y} fontSize={letter.size} fill="#fff" textAnchor="middle" dominantBaseline="central" fontWeight="700">
        {look.letter}
      </text>
    </svg>
  );
}

/** Mark and name of each system of an office. */
export function SystemBadges({ systems, kyosei = false }: { systems: readonly string[]; kyosei?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="badges" aria-label={t('system.label')}>
      {systems.filter(isSystem).map((code) => (
        <li key={code} className={`badge badge-${code}`}>
          <SystemMark group={code} size={18} />
          {t(`system.short.${code}`)}
        </li>
      ))}
      {kyosei && <li className="badge badge-kyosei">{t('office.kyosei')}</li>}
    </ul>
  );
}
