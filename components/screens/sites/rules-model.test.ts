import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createRulesModel } from './rules-model';

const builtIn = { id: 'generic', name: '通用规则', match: ['*://*/*'], isBuiltIn: true };
const own = { id: 'own', name: '自建CRM', match: ['https://crm.example.com/*'], isBuiltIn: false };
const fileOf = (text: string) => ({ size: text.length, text: async () => text });

function open() {
  const worker = createFakeWorker();
  const files: [string, string][] = [];
  let rules = [builtIn];
  worker.answer({
    'rule.list': () => ({ rules }),
    'rule.save': ({ mayReplace }) => {
      if (rules.includes(own) && !mayReplace)
        throw new AppError('conflict', { reason: 'rule-exists', path: 'own other' });
      rules = [own, builtIn];
      return { rules: [own] };
    },
    'rule.delete': ({ id }) => {
      rules = rules.filter((rule) => rule.id !== id);
      return {};
    },
    'rule.export': ({ id }) => ({ file: `of ${id}` }),
  });
  const saveFile = (name: string, text: string) => void files.push([name, text]);
  return { worker, files, model: createRulesModel(createFakeApp(worker, { ports: { saveFile } })) };
}

describe('a file with rules', () => {
  it('brings them in', async () => {
    const { worker, model } = open();
    await model.load();
    expect(await model.importFile(fileOf('{"sites":[]}'))).toBe(true);
    expect(worker.callsOf('rule.save')).toEqual([{ text: '{"sites":[]}', mayReplace: false }]);
    expect([model.imported.value, model.rules.value]).toEqual([['自建CRM'], [own, builtIn]]);
  });

  it('replaces a rule that is there only after a question', async () => {
    const { worker, model } = open();
    await model.importFile(fileOf('first'));
    expect(await model.importFile(fileOf('second'))).toBe(false);
    expect([model.replacing.value, model.imported.value]).toEqual([['own', 'other'], undefined]);
    model.keepOld();
    expect(await model.replace()).toBe(false);
    expect(worker.callsOf('rule.save')).toHaveLength(2);
    await model.importFile(fileOf('second'));
    expect(await model.replace()).toBe(true);
    expect(worker.callsOf('rule.save').at(-1)).toEqual({ text: 'second', mayReplace: true });
    expect(model.replacing.value).toBeUndefined();
  });

  it('that is too large or cannot be read is said to be so, and not sent', async () => {
    const { worker, model } = open();
    await model.importFile({ size: 1_000_001, text: async () => '' });
    expect(model.importing.error.value?.detail.reason).toBe('file-too-large');
    await model.importFile({ size: 1, text: () => Promise.reject(new Error('gone')) });
    expect(model.importing.error.value?.detail.reason).toBe('file-unreadable');
    expect(worker.callsOf('rule.save')).toEqual([]);
  });
});

it('a rule is shared as a file', async () => {
  const { files, model } = open();
  await model.exportRule('generic');
  expect(files).toEqual([['crm-sidekick-site-generic.json', 'of generic']]);
});

it("one's own is taken away once that is confirmed, a built-in one never", async () => {
  const { worker, model } = open();
  await model.importFile(fileOf('first'));
  model.askToRemove('generic');
  expect(model.removing.value).toBeUndefined();
  model.askToRemove('own');
  expect(model.removing.value).toEqual(own);
  expect(await model.remove()).toBe(true);
  expect(worker.callsOf('rule.delete')).toEqual([{ id: 'own' }]);
  expect([model.rules.value, model.removing.value]).toEqual([[builtIn], undefined]);
});
