import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/accounts';
import { gapReportQuery, type GapReport } from '../../api/gaps';
import type { CoverageTable } from '../../api/types';
import { others, rangeText } from './council-view';
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
 * Nothing for visitors and in areas whose ties one may not read.
 */
export function useTiesBeside(table: CoverageTable, lang: string): Map<string, string> | null {
  const report = useReportBeside(table);
  if (!report) return null;
  const column = `service:${table.service}`;
  const write = (value: number) => figure(value, 'share', lang);
  const cells = report.cells.filter((cell) => cell.column === column);
  return new Map(cells.map((cell) => [cell.area, rangeText(others(cell.ties?.without_across), write) ?? '–']));
}
