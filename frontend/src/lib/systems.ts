/** 制度 in the order of legends and filters. */
export const SYSTEMS = ['care', 'disability', 'child', 'health', 'municipal', 'community'] as const;
export type SystemCode = (typeof SYSTEMS)[number];

/** What a mark shows: one system, or `both` for 介護保険 together with 障害福祉 or 児童. */
export const GROUPS = ['care', 'disability', 'both', 'child', 'health', 'municipal', 'community'] as const;
export type Group = (typeof GROUPS)[number];

export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'house' | 'hexagon';

interface Look {
  /** One letter of the field's own shorthand, read without colour. */
  letter: string;
  shape: Shape;
  /** Fill with white text at 4.5:1 or more; hues apart for colour-blind eyes (after Okabe and Ito, darkened). */
  color: string;
}

export const LOOKS: Record<Group, Look> = {
  care: { letter: '介', shape: 'circle', color: '#0a5fa8' },
  disability: { letter: '障', shape: 'square', color: '#b34700' },
  both: { letter: '両', shape: 'diamond', color: '#5b2a86' },
  child: { letter: '児', shape: 'triangle', color: '#a63272' },
  health: { letter: '医', shape: 'cross', color: '#00735a' },
  municipal: { letter: '行', shape: 'house', color: '#4a5568' },
  community: { letter: '地', shape: 'hexagon', color: '#7a5c00' },
};

export function isSystem(code: string): code is SystemCode {
  return (SYSTEMS as readonly string[]).includes(code);
}

/** The group a set of systems is drawn as: the same rule as the tiles use. */
export function groupOf(systems: readonly string[]): Group {
  const has = (code: SystemCode) => systems.includes(code);
  if (has('care') && (has('disability') || has('child'))) return 'both';
  return SYSTEMS.find(has) ?? 'community';
}
