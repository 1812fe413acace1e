import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { resolveUnlisted, type Unlisted } from '../../api/surveys';
import { useSuggestions } from '../../api/use-suggestions';
import { Confirm } from '../../ui/confirm';
import { OfficeFinder } from '../../ui/office-finder';
import { ErrorPanel } from '../../ui/states';
import { Terms } from '../../ui/terms';

interface Props {
  id: string;
  agencies: Unlisted[];
  onChanged: () => Promise<unknown>;
}

/** Agencies written by hand: which office of the directory each is. */
export function UnlistedAgencies({ id, agencies, onChanged }: Props) {
  const { t } = useTranslation();
  const resolve = useMutation({
    mutationFn: ({ agency, office }: { agency: Unlisted; office: string | null }) => resolveUnlisted(id, agency, office),
    onSuccess: onChanged,
  });
  return (
    <section className="panel" aria-labelledby="unlisted">
      <h2 id="unlisted">{t('wave.unlisted', { count: agencies.length })}</h2>
      <p className="small"><Terms>{t('wave.unlisted_hint')}</Terms></p>
      {resolve.isError && <ErrorPanel error={resolve.error} />}
      <ul className="unlisted-agencies">
        {agencies.map((agency) => (
          <li key={`${agency.sheet} ${agency.number} ${agency.name}`}>
            <Agency agency={agency} busy={resolve.isPending} onResolve={(office) => resolve.mutate({ agency, office })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Agency({ agency, busy, onResolve }: { agency: Unlisted; busy: boolean; onResolve: (office: string | null) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const found = useSuggestions(open ? text : '');
  return (
    <>
      <p>
        <span className="strong">{agency.name}</span> <span className="small">{[agency.place, agency.phone].filter(Boolean).join(' ')}</span>
        <span className="small muted sheet-way">{t('wave.unlisted_by', { name: agency.office_name })}</span>
      </p>
      {open ? (
        <OfficeFinder label={t('wave.unlisted_find', { name: agency.name })} text={text} found={found} onText={setText} onPick={({ id }) => !busy && onResolve(id)} />
      ) : (
        <p className="row">
          <Button className="button small" onPress={() => { setText(agency.name); setOpen(true); }}>{t('wave.unlisted_which')}</Button>
          <Confirm className="button small" label={t('wave.unlisted_drop')} question={t('wave.unlisted_drop_question', { name: agency.name })} onConfirm={() => onResolve(null)} />
        </p>
      )}
    </>
  );
}
