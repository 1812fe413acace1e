import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { answerUrl, sheetHref, type SheetSummary } from '../../api/surveys';
import { date, telHref } from '../../lib/format';
import { isSystem } from '../../lib/systems';
import { serviceName, useTaxonomy } from '../../lib/taxonomy';
import { Check } from '../../ui/check';
import { SystemMark } from '../../ui/system-mark';
import { WideTable } from '../../ui/wide-table';

interface Props {
  sheets: SheetSummary[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onCopy: (text: string) => void;
}

export function SheetTable({ sheets, chosen, onChoose, onCopy }: Props) {
  const { t } = useTranslation();
  const flip = (code: string) => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    onChoose(next);
  };
  return (
    <WideTable labelledBy="sheets">
      <table className="sheet-list">
        <thead>
          <tr>
            <th scope="col">{t('wave.column.name')}</th>
            <th scope="col">{t('survey.state')}</th>
            <th scope="col" className="right">{t('wave.column.stars')}</th>
            <th scope="col" className="right">{t('wave.column.named_by')}</th>
            <th scope="col">{t('wave.column.reach')}</th>
            <th scope="col">{t('wave.column.when')}</th>
            <th scope="col">{t('wave.column.sheet')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <Row key={sheet.code} sheet={sheet} chosen={chosen.has(sheet.code)} onChoose={() => flip(sheet.code)} onCopy={onCopy} />
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

interface RowProps {
  sheet: SheetSummary;
  chosen: boolean;
  onChoose: () => void;
  onCopy: (text: string) => void;
}

function Row({ sheet, chosen, onChoose, onCopy }: RowProps) {
  const { t, i18n } = useTranslation();
  const taxonomy = useTaxonomy();
  const services = sheet.services.map((code) => serviceName(taxonomy, code, i18n.language)).join(t('list.separator'));
  const of = (label: string) => t('wave.of_office', { label, name: sheet.name });
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <td className="sheet-name">
        <Check checked={chosen} onChange={onChoose}><span className="visually-hidden">{t('wave.choose')}</span><span className="strong">{sheet.name}</span></Check>
        <span className="sheet-under small muted">
          <span>{isSystem(sheet.system) && <SystemMark group={sheet.system} size={16} />} {services}</span>
          <Link to="/offices/$id" params={{ id: sheet.office }} aria-label={of(t('wave.open_office'))}>{sheet.municipality ?? t('wave.open_office')}</Link>
        </span>
      </td>
      <td>
        <span className={`sheet-state ${sheet.state}`}>{t(`wave.sheet.${sheet.state}`)}</span>
        {(sheet.way || sheet.late) && (
          <span className="small muted sheet-way">{[sheet.way && t(`wave.way.${sheet.way}`), sheet.late && t('wave.fact.late')].filter(Boolean).join(t('list.separator'))}</span>
        )}
      </td>
      <td className="right number" data-label={t('wave.column.stars')}>{sheet.stars}</td>
      <td className="right number" data-label={t('wave.column.named_by')}>{sheet.named_by}</td>
      <td className="nowrap small">
        {sheet.phone ? <a href={telHref(sheet.phone)} aria-label={t('office.call', { name: sheet.name, phone: sheet.phone })}>{sheet.phone}</a> : t('wave.no_phone')}
        {sheet.fax && <><br /><span className="fax-label">FAX</span> {sheet.fax}</>}
      </td>
      <td className={sheet.changed_at || sheet.reminded_at ? 'nowrap small' : 'nothing'}>
        {sheet.changed_at ? date(sheet.changed_at, i18n.language) : '–'}
        {sheet.reminded_at && <><br /><span className="muted">{t('wave.reminded_on', { on: date(sheet.reminded_at, i18n.language) })}</span></>}
      </td>
      <td className="sheet-links small">
        <a href={answerUrl(sheet.code)} aria-label={of(t('wave.see_sheet', { code: sheet.code }))}><code>{sheet.code}</code></a>
        <span>
          <Button className="link" aria-label={of(t('wave.copy_link'))} onPress={() => onCopy(answerUrl(sheet.code))}>{t('wave.copy_link')}</Button>
          <a href={sheetHref(sheet.code, 'pdf')} download aria-label={of(t('wave.print_sheet'))}>{t('wave.print_sheet')}</a>
          <a href={sheetHref(sheet.code, 'xlsx')} download aria-label={of('Excel')}>Excel</a>
        </span>
      </td>
    </tr>
  );
}
