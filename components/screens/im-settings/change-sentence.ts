import type { ImMessages } from '@/assets/messages/zh-cn/im-settings';
import type { ImChange } from '@/lib/messages/im-contract';
import type { Namer } from './account-names';

type Value = string | number | boolean | undefined;

/** A change as people say it. */
export function changeSentence(words: ImMessages, change: ImChange, nameOf: Namer): string {
  const { changes } = words;
  switch (change.kind) {
    case 'added':
      return changes.added(nameOf(change.account));
    case 'removed':
      return changes.removed(nameOf(change.account));
    case 'setting':
      return settingSentence(words, change);
    case 'account':
      return accountSentence(words, change, nameOf);
  }
}

/** Whether it was about somebody who was there before and is not any more, who then was “still there”. */
export function isLeaving(change: ImChange): boolean {
  if (change.kind === 'removed') return true;
  return change.kind === 'account' && change.name === 'chargeAutoDistribute' && change.to === false;
}

/** What a change is about, and what stood there before and after. */
export function changeParts(
  words: ImMessages,
  change: ImChange,
  nameOf: Namer,
): { item: string; before: string; after: string } {
  const { columns, listed, notListed } = words;
  switch (change.kind) {
    case 'added':
      return { item: nameOf(change.account), before: notListed, after: listed };
    case 'removed':
      return { item: nameOf(change.account), before: listed, after: notListed };
    case 'setting':
      return {
        item: settingWord(words, change.name),
        before: settingValue(words, change.name, change.from),
        after: settingValue(words, change.name, change.to),
      };
    case 'account':
      return {
        item: `${nameOf(change)} · ${columns[change.name]}`,
        before: accountValue(words, change.name, change.from),
        after: accountValue(words, change.name, change.to),
      };
  }
}

export function settingWord(words: ImMessages, name: Extract<ImChange, { kind: 'setting' }>['name']): string {
  const { rule, customerFirst, rotation } = words;
  return { assignRuleType: rule, customerFirst, adminAutoDistribute: rotation }[name];
}

export function settingValue(words: ImMessages, name: string, value: Value): string {
  if (value === undefined) return words.unknownValue;
  if (name === 'assignRuleType') return lookUp(words.rules, String(value));
  return value === true ? words.on : words.off;
}

export function accountValue(words: ImMessages, name: string, value: Value): string {
  if (value === undefined) return words.unknownValue;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return name === 'accountType' ? lookUp(words.types, String(value)) : String(value);
}

function settingSentence(words: ImMessages, { name, from, to }: Extract<ImChange, { kind: 'setting' }>): string {
  const value = settingValue(words, name, to);
  if (name === 'assignRuleType') return words.changes.rule(settingValue(words, name, from), value);
  return words.changes.switched(settingWord(words, name), value);
}

function accountSentence(words: ImMessages, change: Extract<ImChange, { kind: 'account' }>, nameOf: Namer): string {
  const { changes } = words;
  const name = nameOf(change);
  const before = accountValue(words, change.name, change.from);
  const after = accountValue(words, change.name, change.to);
  switch (change.name) {
    case 'nickName':
      return changes.renamed(before, name);
    case 'accountType':
      return changes.type(name, before, after);
    case 'inChargeAreaCount':
      return changes.areas(name, before, after);
    case 'accountEnable':
      return change.to === true ? changes.enabled(name) : changes.disabled(name);
    case 'chargeAutoDistribute':
      return change.to === true ? changes.joined(name) : changes.left(name);
  }
}

/** The catalogue's word; what the platform calls otherwise is shown as it came. */
function lookUp(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}
