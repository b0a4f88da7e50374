import { stripVTControlCharacters } from 'node:util';

/** Rows as aligned columns: the first to the left, the others to the right; two spaces between. No trailing blanks. */
export function renderTable(rows: string[][]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, column) => Math.max(known[column] ?? 0, width(cell))),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, to: number, column: number): string {
  const blanks = ' '.repeat(Math.max(0, to - width(cell)));
  return column === 0 ? cell + blanks : blanks + cell;
}

/** Colours take no room. */
function width(cell: string): number {
  return stripVTControlCharacters(cell).length;
}
