import { createZipWriter } from '@/lib/tables/writing/zip-writer';

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A file of the parts of a workbook as some program may write them; what is not given is as plain as can be. */
export async function makeWorkbook(parts: {
  sheet: string;
  workbook?: string;
  sharedStrings?: string;
  styles?: string;
}): Promise<File> {
  const optional = (['sharedStrings', 'styles'] as const).filter((type) => parts[type] !== undefined);
  const related = ['worksheet', ...optional].map(
    (type, index) => `<Relationship Id="r${index}" Type="${relation}/${type}" Target="/data/${type}.xml"/>`,
  );
  return makeZip({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${relation}/officeDocument" Target="book/workbook.xml"/></Relationships>`,
    'book/workbook.xml': parts.workbook ?? '<workbook><sheets><sheet name="S" r:id="r0"/></sheets></workbook>',
    'book/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    'data/worksheet.xml': parts.sheet,
    ...(parts.sharedStrings === undefined ? {} : { 'data/sharedStrings.xml': parts.sharedStrings }),
    ...(parts.styles === undefined ? {} : { 'data/styles.xml': parts.styles }),
  });
}

export async function makeZip(parts: Readonly<Record<string, string>>, name = 'a.xlsx'): Promise<File> {
  const zip = createZipWriter();
  for (const [path, text] of Object.entries(parts)) await zip.addPart(path, [text]);
  return new File([zip.finish('application/zip')], name);
}

/** A sheet with these rows in it. */
export function sheetOf(rows: string, after = ''): string {
  return `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
}
