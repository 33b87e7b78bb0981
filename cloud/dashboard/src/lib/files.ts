// Files that a page makes for its reader.

type Cell = string | number | null | undefined;

function cellText(cell: Cell): string {
  // A text that begins like a formula would be run by a spreadsheet; a number is none.
  const text = `${cell ?? ""}`;
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180), with the mark by which a spreadsheet knows UTF-8. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellText).join(",")).join("\r\n")}\r\n`;
}

/** Hands a file to the reader. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Hands rows to the reader as CSV. */
export function saveCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  save(name, new Blob([csvText(rows)], { type: "text/csv;charset=utf-8" }));
}
