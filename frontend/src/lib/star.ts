/** 連携の種類, in the order they are asked. */
export const KINDS = ['plan_exchange', 'information', 'conference', 'joint_visit', 'referral', 'training'] as const;
/** 関係の三段階 (Morita 2012): name and face, way of thinking, trust. */
export const CLOSENESS = ['1', '2', '3'] as const;
/** Times in twelve months. */
export const FREQUENCIES = ['1-2', '3-5', '6-11', '12+'] as const;

/** ☆ with what is told of it; everything but the ☆ itself is optional. */
export interface Star {
  kinds: string[];
  closeness: number | null;
  frequency: string | null;
}

export const PLAIN: Star = { kinds: [], closeness: null, frequency: null };

/** What a survey asks beside the ☆. */
export interface Asked {
  kinds: boolean;
  closeness: boolean;
  frequency: boolean;
}

export const ALL_ASKED: Asked = { kinds: true, closeness: true, frequency: true };
