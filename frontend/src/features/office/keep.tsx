import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { confirmOffice, entryQuery, type Entry, type Outcome } from '../../api/entry';
import { ErrorPanel } from '../../ui/states';
import { ThreeButtons } from '../../ui/three-buttons';

/** For who keeps this entry: the three buttons, and the way to the form. */
export function Keep({ id, entry }: { id: string; entry: Entry }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const confirm = useMutation({
    mutationFn: (answer: 'right' | 'closed') => confirmOffice(id, answer),
    onSuccess: () => client.invalidateQueries({ queryKey: entryQuery(id).queryKey }),
  });
  if (!entry.may.confirm) return null;
  const done: Outcome | undefined = confirm.data;
  return (
    <section className="panel notice no-print" aria-labelledby="keep">
      <h2 id="keep">{t('confirm.question')}</h2>
      <ThreeButtons
        busy={confirm.isPending}
        onPress={(answer) => {
          if (answer === 'changed') void navigate({ to: '/offices/$id/edit', params: { id } });
          else if (answer === 'right' || window.confirm(t('confirm.closed_sure'))) confirm.mutate(answer);
        }}
      />
      {done && <p role="status" className="strong">{t(done.state === 'published' ? 'confirm.thanks_right' : 'confirm.thanks_waiting')}</p>}
      {confirm.isError && <ErrorPanel error={confirm.error} />}
      {entry.may.edit && <p><Link to="/offices/$id/edit" params={{ id }}>{t('entry.edit')}</Link></p>}
    </section>
  );
}
