import type { Desk, DeskInput } from '../../api/nurses';

/** A desk being written. */
export interface Draft {
  key: string;
  id: string | null;
  desk: DeskInput;
}

export function newDraft(owner: string, topic?: string, from = 0, to: number | null = null): Draft {
  return {
    key: `new-${topic ?? ''}-${from}`,
    id: null,
    desk: {
      owner, name: '', placement: 'municipal_health', scheme: 'task', topics: topic ? [topic] : [], age_from: from,
      age_to: to === null || to >= 120 ? null : to, areas: [{ code: owner, towns: [] }], does: ['advice', 'visit'], does_not: null, phone: null, fax: null,
      hours: null, hands_over: [], source: '', checked_on: null, office: null,
    },
  };
}

/** What is stored of a desk, without what is only shown. */
export function draftOf(desk: Desk): Draft {
  const { id, owner, name, placement, office, scheme, topics, age_from, age_to, areas, does, does_not, phone, fax, hours, hands_over, source, checked_on } = desk;
  return {
    key: id,
    id,
    desk: {
      owner, name, placement, office: office ?? null, scheme, topics, age_from, age_to: age_to ?? null, areas, does, does_not: does_not ?? null, phone: phone ?? null,
      fax: fax ?? null, hours: hours ?? null, hands_over: hands_over.map(({ age, event, to }) => ({ age: age ?? null, event: event ?? null, to })), source, checked_on: checked_on ?? null,
    },
  };
}

/** 「18歳→健康づくり課」 a line, there and back. */
export const handOverLines = (desk: DeskInput): string =>
  (desk.hands_over ?? []).map((over) => `${over.age != null ? `${over.age}歳` : ''}${over.event ?? ''}→${over.to}`).join('\n');

export function readHandOvers(text: string): DeskInput['hands_over'] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [when = '', to = ''] = line.normalize('NFKC').split('→');
    const match = /^(\d{1,3})歳(.*)$/.exec(when.trim());
    const event = (match ? match[2] : when)?.trim() ?? '';
    return { age: match ? Number(match[1]) : null, event: event || null, to: to.trim() };
  });
}
