import { declarations } from '@/lib/operations/registry';
import { operationWords as en } from '@/lib/operations/words/en/operations';
import { operationWords as zhCn } from '@/lib/operations/words/zh-cn/operations';
import { type AnyWords, operationPage } from './operation-page';
import { enPage, type PageWords, zhCnPage } from './page-words';

export interface Page {
  /** The file's name under `docs/operations`. */
  name: string;
  text: string;
}

const languages: readonly { suffix: string; words: Readonly<Record<string, AnyWords>>; page: PageWords }[] = [
  { suffix: '.md', words: en, page: enPage },
  { suffix: '.zh-CN.md', words: zhCn, page: zhCnPage },
];

/** Every page of the operations' docs: one for each operation and an index, in each language. */
export function operationPages(): Page[] {
  return languages.flatMap(({ suffix, words, page }) => {
    const known = [...declarations.values()].flatMap((declaration) => {
      const own = Object.hasOwn(words, declaration.id) ? words[declaration.id] : undefined;
      return own ? [{ declaration, own }] : [];
    });
    const links = known.map(
      ({ declaration: { id, method }, own }) => `- [${own.title}](${id}${suffix})${page.colon}\`${method}\``,
    );
    const index = {
      name: `README${suffix}`,
      text: `# ${page.index}\n\n<!-- ${page.generated} -->\n\n${links.join('\n')}\n`,
    };
    const pages = known.map(({ declaration, own }) => ({
      name: `${declaration.id}${suffix}`,
      text: operationPage(declaration, own, page),
    }));
    return [index, ...pages];
  });
}
