import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/accounts';
import { gapReportQuery, gapTiesQuery, type GapReport, type TieFigures } from '../../api/gaps';
import type { CoverageTable } from '../../api/types';
import { connectedText } from './council-view';
import { figure } from './figures';

/** The council's report of the area of a table; nothing for visitors and in areas whose ties one may not read. */
export function useReportBeside(table: CoverageTable): GapReport | null {
  const session = useQuery(sessionQuery);
  const may = session.data?.may.includes('read_gaps') ?? false;
  const report = useQuery({ ...gapReportQuery(table.area?.code ?? ''), enabled: may && Boolean(table.area), retry: false });
  return report.data ?? null;
}

/**
 * つながっている beside supply: by area the share of its offices of the service with a partner of another system, in per cent.
 * Councils read it from their report; other professionals of the area are told of ties both sides reported alone. Nothing for
 * visitors and in areas whose ties one may not read.
 */
export function useTiesBeside(table: CoverageTable, lang: string): Map<string, string> | null {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery).data;
  const report = useReportBeside(table);
  const may = (session?.may.includes('read_ties') ?? false) && !session?.may.includes('read_gaps');
  const own = useQuery({ ...gapTiesQuery(table.area?.code ?? '', table.service), enabled: may && Boolean(table.area) }).data;
  const write = (value: number) => figure(value, 'share', lang);
  const text = (ties: TieFigures | null | undefined) => connectedText(ties, write, (value) => t('council.at_least', { value }));
  if (report) {
    const cells = report.cells.filter((cell) => cell.column === `service:${table.service}`);
    return new Map(cells.map((cell) => [cell.area, text(cell.ties)]));
  }
  return own ? new Map(own.rows.map(({ code, ties }) => [code, text(ties)])) : null;
}
