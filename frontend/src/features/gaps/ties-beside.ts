import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/accounts';
import { gapReportQuery } from '../../api/gaps';
import type { CoverageTable } from '../../api/types';
import { others, rangeText } from './council-view';
import { figure } from './figures';

/**
 * つながっている beside supply: by area the share of its offices of the service with a partner of another system, in per cent.
 * Nothing for visitors and in areas whose ties one may not read.
 */
export function useTiesBeside(table: CoverageTable, lang: string): Map<string, string> | null {
  const session = useQuery(sessionQuery);
  const may = session.data?.may.includes('read_gaps') ?? false;
  const report = useQuery({ ...gapReportQuery(table.area?.code ?? ''), enabled: may && Boolean(table.area), retry: false });
  if (!report.data) return null;
  const column = `service:${table.service}`;
  const write = (value: number) => figure(value, 'share', lang);
  const cells = report.data.cells.filter((cell) => cell.column === column);
  return new Map(cells.map((cell) => [cell.area, rangeText(others(cell.ties?.without_across), write) ?? '–']));
}
