import './audit.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { auditHref, auditQuery, type AuditFilter, type AuditLine } from '../../api/moderation';
import * as format from '../../lib/format';
import { useTitle } from '../../lib/use-title';
import { BusyButton } from '../../ui/busy-button';
import { ErrorPanel, Loading } from '../../ui/states';
import { WideTable } from '../../ui/wide-table';

const ENTITIES = ['office', 'review_item', 'account', 'import', 'organization', 'area', 'setting', 'mapping', 'office_list', 'saved_search'] as const;
const FIELDS = ['actor', 'entity', 'from', 'to', 'id'] as const;

function filterOf(search: Record<string, unknown>): AuditFilter {
  return Object.fromEntries(FIELDS.flatMap((field) => (search[field] ? [[field, String(search[field])]] : [])));
}

/** 監査記録: every write, who made it, before and after. Read and exported, never changed. */
export function AuditPage() {
  const { t } = useTranslation();
  const filter = filterOf(useSearch({ from: '/admin/audit' }));
  const audit = useInfiniteQuery(auditQuery(filter));
  useTitle(t('audit.title'), t('shell.name'));
  const lines = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page audit-page">
      <h1>{t('audit.title')}</h1>
      <p>{t('audit.lead')}</p>
      <Filter key={JSON.stringify(filter)} filter={filter} />
      <p className="row no-print">
        <a className="button small" href={auditHref(filter, 'csv')} download>{t('audit.csv')}</a>
        <a className="button small" href={auditHref(filter, 'jsonl')} download>{t('audit.jsonl')}</a>
      </p>
      {audit.isPending && <Loading />}
      {audit.isError && <ErrorPanel error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.data && lines.length === 0 && <p className="panel">{t('audit.none')}</p>}
      {lines.length > 0 && <Lines lines={lines} />}
      {audit.hasNextPage && (
        <BusyButton className="button" busy={audit.isFetchingNextPage} onPress={() => void audit.fetchNextPage()}>{t('audit.more')}</BusyButton>
      )}
    </div>
  );
}

function Filter({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<AuditFilter>(filter);
  const set = (field: keyof AuditFilter) => (value: string) => setDraft((old) => ({ ...old, [field]: value }));
  return (
    <form
      className="row end audit-filter no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/admin/audit', search: filterOf(draft) as never });
      }}
    >
      <TextField className="field" value={draft.actor ?? ''} onChange={set('actor')}><Label>{t('audit.actor')}</Label><Input /></TextField>
      <div className="field">
        <label htmlFor="audit-entity">{t('audit.entity')}</label>
        <select id="audit-entity" value={draft.entity ?? ''} onChange={(event) => set('entity')(event.target.value)}>
          <option value="">{t('audit.every')}</option>
          {ENTITIES.map((entity) => <option key={entity} value={entity}>{t(`audit.kind.${entity}`)}</option>)}
        </select>
      </div>
      <div className="field"><label htmlFor="audit-from">{t('audit.from')}</label><input id="audit-from" type="date" value={draft.from ?? ''} onChange={(event) => set('from')(event.target.value)} /></div>
      <div className="field"><label htmlFor="audit-to">{t('audit.to')}</label><input id="audit-to" type="date" value={draft.to ?? ''} onChange={(event) => set('to')(event.target.value)} /></div>
      <TextField className="field" value={draft.id ?? ''} onChange={set('id')}><Label>{t('audit.id')}</Label><Input /></TextField>
      <Button type="submit" className="button primary">{t('audit.filter')}</Button>
    </form>
  );
}

function Lines({ lines }: { lines: AuditLine[] }) {
  const { t, i18n } = useTranslation();
  return (
    <WideTable label={t('audit.title')}>
      <table className="audit-lines">
        <thead>
          <tr>{(['when', 'who', 'what', 'before', 'after'] as const).map((head) => <th key={head} scope="col">{t(`audit.${head}`)}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <th scope="row" className="nowrap">{format.dateTime(line.at, i18n.language)}<br /><span className="small muted">#{line.seq}</span></th>
              <td>{line.actor_name ?? line.actor}</td>
              <td>{line.action}<br /><span className="small muted">{t(`audit.kind.${line.entity}`, { defaultValue: line.entity })}{line.id && <> {line.id.slice(0, 8)}…</>}</span></td>
              <td><Values of={line.before} /></td>
              <td><Values of={line.after} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** A stored value as its fields; shown as text, whatever stands in it. */
function Values({ of }: { of: unknown }) {
  if (typeof of !== 'object' || of === null) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return (
    <dl className="audit-values">
      {Object.entries(of).map(([field, value]) => <div key={field}><dt>{field}</dt><dd>{text(value)}</dd></div>)}
    </dl>
  );
}
