/** A cell of a CSV file; what a spreadsheet would take for a formula gets an apostrophe, as in the server's own files. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = (/^[=@\t\r]/.test(value) || (/^[+-]/.test(value) && Number.isNaN(Number(value)))) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as a CSV file for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
