import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createForum, templatesQuery } from '../../api/forums';
import { BusyButton } from '../../ui/busy-button';
import { Choose, TextInput } from '../../ui/form';
import { ErrorPanel } from '../../ui/states';

/** A forum from a template: its kind gives its seats. */
export function NewForum({ area }: { area: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const templates = useQuery(templatesQuery);
  const [kind, setKind] = useState('council');
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => createForum({ area, kind, name, note: '', seats: [], meetings: [], members: [] }),
    onSuccess: async (forum) => {
      await client.invalidateQueries({ queryKey: ['forums'] });
      await navigate({ to: '/forums/$id', params: { id: forum.id } });
    },
  });
  const kinds = [...(templates.data ?? []).map((one) => one.kind), 'other'];
  const seats = templates.data?.find((one) => one.kind === kind)?.seats ?? [];
  return (
    <section className="panel" aria-labelledby="new-forum">
      <h2 id="new-forum">{t('forum.new.title')}</h2>
      <form
        className="forum-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) create.mutate();
        }}
      >
        <Choose label={t('forum.field.kind')} value={kind} options={kinds.map((code) => [code, t(`forum.kind.${code}`)])} onChange={setKind} />
        <TextInput label={t('forum.field.name')} value={name} most={80} required onChange={setName} />
        <BusyButton type="submit" className="button primary" busy={create.isPending}>{t('forum.new.create')}</BusyButton>
      </form>
      <p className="small muted">{seats.length > 0 ? t('forum.new.seats', { count: seats.length, names: seats.map((seat) => seat.ja).join(t('list.separator')) }) : t('forum.new.own')}</p>
      {create.isError && <ErrorPanel error={create.error} />}
    </section>
  );
}
