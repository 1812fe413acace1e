import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LETTER, OUTLINES } from '../lib/shapes';
import { GROUPS, LOOKS } from '../lib/systems';
import { WIDE, useMedia } from '../lib/use-media';

/** What colours and shapes mean. Open where there is room, folded on a phone. */
export function Legend() {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? wide;
  return (
    <section className="legend" aria-label={t('map.legend')}>
      <Button className="legend-toggle" aria-expanded={open} onPress={() => setAsked(!open)}>
        {t('map.legend')}
      </Button>
      {open && (
        <ul>
          {GROUPS.map((group) => {
            const look = LOOKS[group];
            const letter = LETTER[look.shape];
            return (
              <li key={group}>
                <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
                  <path d={OUTLINES[look.shape]} fill={look.color} />
                  <text x="12" y={letter.y} fontSize={letter.size} fill="#fff" fontWeight="700" textAnchor="middle" dominantBaseline="central">
                    {look.letter}
                  </text>
                </svg>
                {t(`system.group.${group}`)}
              </li>
            );
          })}
          <li>
            <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" fill="none" strokeWidth="4">
              <circle cx="12" cy="12" r="9" fill="#fff" stroke={LOOKS.care.color} />
              <path d="M12 3a9 9 0 0 1 0 18" stroke={LOOKS.disability.color} />
            </svg>
            {t('map.legend_cluster')}
          </li>
        </ul>
      )}
    </section>
  );
}
