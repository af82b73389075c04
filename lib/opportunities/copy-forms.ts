/** What is known of an opportunity that somebody wants to take elsewhere. It may come from a page: nothing in it is trusted. */
export interface CopySource {
  id: string;
  title?: string | undefined;
  customer?: string | undefined;
  stage?: string | undefined;
  amount?: string | undefined;
  signDate?: string | undefined;
  owner?: string | undefined;
  link?: string | undefined;
}

/** A link where there is one, else the name, with the id; customer and stage behind. */
export function toMarkdown({ id, title, customer, stage, link }: CopySource): string {
  const name = escapeMarkdown(title ?? customer ?? id);
  // Parentheses and blanks would end the address early; an address from `URL` holds no other sign that does.
  const target = link?.replaceAll('(', '%28').replaceAll(')', '%29');
  const about = [title && customer, stage].flatMap((text) => (text ? [escapeMarkdown(text)] : []));
  return [target ? `[${name}](${target})` : `**${name}**`, name === id ? '' : `\`${id}\``, ...about]
    .filter(Boolean)
    .join(' · ');
}

/** One row of cells for a spreadsheet, tabs between them. */
export function toExcelRow({ id, title, customer, stage, amount, signDate, owner, link }: CopySource): string {
  return [id, title, customer, stage, amount, signDate, owner, link].map((text) => toCell(text ?? '')).join('\t');
}

/**
 * Text that stays what it is when it is pasted: a number of twelve digits or more, which a spreadsheet would write as
 * 9.00E+15 and cut at fifteen, goes as `="…"`, which is a text; so does one that begins with zeros. What would be a formula gets an
 * apostrophe. Our own tables read both back (`unwrapCell`).
 */
function toCell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (/^(?:\d{12,}|0\d+)$/.test(line)) return `="${line}"`;
  if (/^'*[=+\-@＝＋－＠]/.test(line) && !/^[+-]?\d+(?:\.\d+)?$/.test(line)) return `'${line}`;
  // A quote at the start would open a cell of several lines.
  return line.startsWith('"') ? `'${line}` : line;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
}
