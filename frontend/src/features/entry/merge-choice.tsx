import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EntryBody } from '../../api/entry';
import { regionsQuery } from '../../api/queries';
import type { Group, Merged } from '../../lib/entry';

interface Props {
  merged: Merged<EntryBody>;
  mine: EntryBody;
  theirs: EntryBody;
  /** Names of areas that may stand in it. */
  names: readonly { code: string; name: string }[];
  onTake: (group: Group) => void;
}

/** Somebody else has saved meanwhile: what was taken over, and what is to be chosen, side by side. */
export function MergeChoice({ merged, mine, theirs, names, onTake }: Props) {
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const nameOf = (code: string) => [...names, ...regions].find((area) => area.code === code)?.name ?? code;
  const { t } = useTranslation();
  return (
    <section className="panel warning" role="alert" aria-labelledby="merge">
      <h2 id="merge">{t('merge.title')}</h2>
      <p>{t('merge.text')}</p>
      {merged.taken.length > 0 && (
        <p>{t('merge.taken', { groups: merged.taken.map((group) => t(`entry.group.${group}`)).join(t('list.separator')) })}</p>
      )}
      {merged.both.map((group) => (
        <div key={group} className="table-wrap">
          <table className="merge">
            <caption>{t(`entry.group.${group}`)}</caption>
            <thead><tr><th scope="col">{t('merge.mine')}</th><th scope="col">{t('merge.theirs')}</th></tr></thead>
            <tbody><tr><td>{words(mine, group, nameOf)}</td><td>{words(theirs, group, nameOf)}</td></tr></tbody>
          </table>
          <Button className="button small" onPress={() => onTake(group)}>{t('merge.take')}</Button>
        </div>
      ))}
      <p>{t('merge.save')}</p>
    </section>
  );
}

/** A group in words, a line each, to be compared by eye. */
export function words(body: EntryBody, group: Group, nameOf: (code: string) => string): string {
  const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');
  switch (group) {
    case 'contacts':
      return (body.contacts ?? []).map((one) => join(one.role, one.name, one.reach, one.times, one.phone)).join('\n');
    case 'strengths':
      return (body.strengths ?? []).map((one) => join(one.term, one.note)).join('\n');
    case 'availability':
      return (body.availability ?? []).map((one) => join(one.service, one.status, one.on, one.note)).join('\n');
    case 'hours':
      return Object.values(body.hours ?? {}).filter(Boolean).join('\n');
    case 'service_areas':
      return (body.service_areas ?? []).map(nameOf).join('\n');
    case 'remarks':
      return join(body.remarks, body.remarks_inside);
  }
}
