import { effect } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language } from './language';

/** A catalogue whose words come when they are let through. */
function createSource(name: string) {
  const waiting = new Map<Language, () => void>();
  const read = vi.fn(
    (language: Language) =>
      new Promise<string>((resolve) => {
        waiting.set(language, () => resolve(`${name} in ${language}`));
      }),
  );
  return { read, letThrough: (language: Language) => waiting.get(language)?.() };
}

let catalogues: typeof import('./catalogue');

beforeEach(async () => {
  vi.resetModules();
  catalogues = await import('./catalogue');
});

function open(name: string) {
  const source = createSource(name);
  return { ...source, catalogue: catalogues.createCatalogue(name, source.read) };
}

describe('a part of the words', () => {
  it('is not loaded until it is asked for, and then once', async () => {
    const { catalogue, read, letThrough } = open('screens');
    expect(read).not.toHaveBeenCalled();
    expect(catalogue.wordsIfLoaded.value).toBeUndefined();
    const loading = catalogue.load();
    letThrough('zh-CN');
    await loading;
    await catalogue.load();
    expect(read).toHaveBeenCalledTimes(1);
    expect(catalogue.words.value).toBe('screens in zh-CN');
  });

  it('that is in use changes its language together with all others', async () => {
    const first = open('first');
    const screens = open('screens');
    const showing = catalogues.showLanguage('en', first.catalogue, screens.catalogue);
    const seen: unknown[] = [];
    effect(() => void seen.push([first.catalogue.wordsIfLoaded.value, screens.catalogue.wordsIfLoaded.value]));
    first.letThrough('en');
    await Promise.resolve();
    screens.letThrough('en');
    await showing;
    expect(seen).toEqual([
      [undefined, undefined],
      ['first in en', 'screens in en'],
    ]);
  });

  it('that nobody shows is not loaded in a new language', async () => {
    const first = open('first');
    const settings = open('settings');
    const showing = catalogues.showLanguage('en', first.catalogue);
    first.letThrough('en');
    await showing;
    expect(settings.read).not.toHaveBeenCalled();
  });

  it('asked for while the language changes comes in the new one, and the change waits for it', async () => {
    const first = open('first');
    const screens = open('screens');
    const showing = catalogues.showLanguage('en', first.catalogue);
    const loading = screens.catalogue.load();
    first.letThrough('en');
    screens.letThrough('zh-CN');
    await loading;
    expect(screens.catalogue.words.value).toBe('screens in zh-CN');
    await vi.waitFor(() => expect(screens.read).toHaveBeenCalledWith('en'));
    expect(catalogues.language.value).toBe('zh-CN');
    screens.letThrough('en');
    await showing;
    expect(screens.catalogue.words.value).toBe('screens in en');
  });
});

it('of two languages asked for in a row the last one stays, whichever comes first', async () => {
  const { catalogue, letThrough } = open('first');
  const english = catalogues.showLanguage('en', catalogue);
  const chinese = catalogues.showLanguage('zh-CN', catalogue);
  letThrough('zh-CN');
  await chinese;
  letThrough('en');
  await english;
  expect(catalogues.language.value).toBe('zh-CN');
});
