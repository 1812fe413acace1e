import type { Both, GuideAnswer, GuideRole } from '../../api/guide';

type Translate = (key: string, values?: Record<string, unknown>) => string;

export const both = (lang: string, text: Both) => (lang === 'en' ? text.en : text.ja);

/** 「いま」 「65歳の6か月前」 「退院の1か月前」, with the months from today where they are known. */
export function stepName(t: Translate, step: { event: string; months: number; due_in?: number | null }): string {
  const when = step.event === 'now' ? t('guide.step.now')
    : step.months === 0 ? t(`guide.step.${step.event}.at`)
    : step.months < 0 ? t(`guide.step.${step.event}.before`, { months: -step.months })
    : t(`guide.step.${step.event}.after`, { months: step.months });
  if (step.event === 'now' || step.due_in == null) return when;
  return step.due_in > 0 ? t('guide.step.in', { when, months: step.due_in }) : t('guide.step.past', { when });
}

/** Who can take a role, each with its telephone: desks, offices, or the general answer. */
export function reach(t: Translate, role: GuideRole): string[] {
  const line = (one: { name: string; phone?: string | null }) => [one.name, one.phone].filter(Boolean).join(' ');
  if (role.desks.length) return role.desks.map((found) => line(found.desk));
  if (role.offices.length) return role.offices.map((office) => line(office.card));
  return role.general.map((found) => (found.offices[0] ? `${line(found.offices[0])}${t('guide.unconfirmed')}` : `${found.placement_ja}${t('guide.unconfirmed')}`));
}

/** The answer as plain text to paste into a record or a mail. It holds nothing of who the person is. */
export function asText(t: Translate, lang: string, answer: GuideAnswer): string {
  const lines: string[] = [t('guide.text_title')];
  for (const step of answer.steps) {
    lines.push('', `■ ${stepName(t, step)}`);
    for (const role of step.roles) {
      const topic = role.topic ? `（${role.topic.name}）` : '';
      lines.push(`・${both(lang, role.name)}${topic}${role.late ? ` ${t('guide.late')}` : ''}`);
      for (const one of reach(t, role)) lines.push(`    ${one}`);
    }
  }
  lines.push('', `■ ${t('guide.why')}`);
  for (const rule of answer.conclusions) {
    const laws = rule.law.map((one) => [one.name, one.article].filter(Boolean).join(' ')).join('、');
    lines.push(`・[${t(`guide.kind.${rule.kind}`)}] ${both(lang, rule.title)}（${laws}）`);
  }
  if (answer.forums.length) lines.push('', `■ ${t('guide.forums')}`, ...answer.forums.map((forum) => `・${both(lang, forum.name)}`));
  if (answer.guidelines.length) lines.push('', `■ ${t('guide.guidelines')}`, ...answer.guidelines.map((one) => `・${both(lang, one.name)}`));
  for (const list of answer.checklists) {
    lines.push('', `■ ${t('guide.checklist', { title: both(lang, list.title) })}`);
    for (const item of list.items) lines.push(`□ ${stepName(t, item)} ${both(lang, item.role)}：${both(lang, item.what)}`);
  }
  return lines.join('\n');
}
