/** Rows of cells as text, the columns aligned. The first row is the heading. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => cell.padEnd(widths[column])).join(' | ');
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  const [heading, ...others] = rows.map((row) => line(row).trimEnd());
  return [heading, rule, ...others].join('\n');
}
