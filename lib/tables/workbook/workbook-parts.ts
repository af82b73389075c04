import { AppError } from '@/lib/errors/app-error';
import type { Sheet } from '@/lib/tables/table';
import { damaged, readEntryText } from './read-entry';
import { scanXml } from './scan-xml';
import { readAttribute } from './xml-text';
import type { ZipEntry } from './zip-directory';

export interface WorkbookParts {
  sheets: (Sheet & { entry: ZipEntry | undefined })[];
  startsIn1904: boolean;
  sharedStrings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Where a workbook's parts are, by the relations that its parts name (ECMA-376 part 2); paths are not the same everywhere. */
export async function readWorkbookParts(file: Blob, entries: ReadonlyMap<string, ZipEntry>): Promise<WorkbookParts> {
  if (entries.has('EncryptedPackage')) throw new AppError('invalid-input', { reason: 'workbook-encrypted' });
  const path = await findWorkbook(file, entries);
  const relations = await readRelations(file, entries, path);
  const workbook = entries.get(path);
  if (!workbook) throw damaged();
  const part = (type: string) => {
    const target = relations.find((one) => one.type === type)?.target;
    const entry = target === undefined ? undefined : entries.get(target);
    // Without its styles a workbook could be read, but its days would be numbers.
    if (target !== undefined && !entry) throw damaged();
    return entry;
  };
  const { sheets, startsIn1904 } = await readSheetList(file, workbook);
  return {
    startsIn1904,
    sharedStrings: part('sharedStrings'),
    styles: part('styles'),
    // Charts and macro sheets stand in the list too, and have no cells.
    sheets: sheets
      .map(({ relationId, ...sheet }) => ({ ...sheet, relation: relations.find(({ id }) => id === relationId) }))
      .filter(({ relation }) => relation === undefined || relation.type === 'worksheet')
      .map(({ relation, ...sheet }) => ({ ...sheet, entry: entries.get(relation?.target ?? '') })),
  };
}

async function findWorkbook(file: Blob, entries: ReadonlyMap<string, ZipEntry>): Promise<string> {
  const relations = await readRelations(file, entries, '');
  const path = relations.find(({ type }) => type === 'officeDocument')?.target ?? '';
  if (/\.bin$/.test(path)) throw new AppError('invalid-input', { reason: 'old-workbook' });
  if (entries.has('content.xml') && entries.has('mimetype')) {
    throw new AppError('invalid-input', { reason: 'ods-workbook' });
  }
  // A Word or PowerPoint file has a document of its own here.
  if (!/workbook[^/]*\.xml$/i.test(path)) throw new AppError('invalid-input', { reason: 'zip-not-workbook' });
  return path;
}

/** The relations of a part stand beside it, in `_rels/NAME.rels`. */
async function readRelations(file: Blob, entries: ReadonlyMap<string, ZipEntry>, path: string): Promise<Relation[]> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const entry = entries.get(`${folder}_rels/${path.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (!entry) return relations;
  await scanXml(readEntryText(file, entry), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      relations.push({
        id: readAttribute(attributes, 'Id') ?? '',
        type: (readAttribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        target: resolvePath(folder, readAttribute(attributes, 'Target') ?? ''),
      });
    },
  });
  return relations;
}

function resolvePath(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target.replaceAll('\\', '/'), `file:///${folder}`).pathname).slice(1);
  } catch (error) {
    throw damaged(error);
  }
}

async function readSheetList(file: Blob, workbook: ZipEntry) {
  const sheets: (Sheet & { relationId: string | undefined })[] = [];
  let startsIn1904 = false;
  await scanXml(readEntryText(file, workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(readAttribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      sheets.push({
        name: readAttribute(attributes, 'name') ?? '',
        isHidden: /^(?:h|veryH)idden$/.test(readAttribute(attributes, 'state') ?? ''),
        relationId: /\s\w+:id=(["'])(.*?)\1/.exec(attributes)?.[2],
      });
    },
  });
  return { sheets, startsIn1904 };
}
