import type { ImAccountRecord, ImSettingsRecord } from '@/lib/storage/im-records';

/** What a manager would look for; the catalogues have a finding and a reason for each. */
export type HealthQuestion =
  | 'rotation-off'
  | 'nobody-in-rotation'
  | 'disabled-in-rotation'
  | 'disabled-with-areas'
  | 'without-areas'
  | 'customer-first-off';

/** `unknown`: the platform did not tell what it takes to say. */
export interface HealthCheck {
  question: HealthQuestion;
  state: 'ok' | 'warn' | 'bad' | 'unknown';
  /** Whom it is about, by id. */
  accountIds: string[];
}

/** One answer for each question that the settings raise, findings first. By product, areas decide nothing. */
export function checkHealth(settings: ImSettingsRecord): HealthCheck[] {
  const checks = [
    ...checkRotation(settings),
    checkDisabled(settings, 'disabled-in-rotation', ({ chargeAutoDistribute }) => chargeAutoDistribute, 'bad'),
    checkDisabled(settings, 'disabled-with-areas', holdsAreas, settings.assignRuleType === 'product' ? 'warn' : 'bad'),
    ...checkAreas(settings),
    ...checkCustomerFirst(settings),
  ];
  return checks.sort((one, other) => weights[other.state] - weights[one.state]);
}

const weights = { bad: 3, warn: 2, unknown: 1, ok: 0 } as const;

/** Whether something is so; undefined where it is not known. */
type Ask = (account: ImAccountRecord) => boolean | undefined;

const isEnabled: Ask = ({ accountEnable }) => accountEnable;
const isInRotation: Ask = ({ accountEnable, chargeAutoDistribute }) => both(accountEnable, chargeAutoDistribute);
const holdsAreas: Ask = ({ inChargeAreaCount }) =>
  inChargeAreaCount === undefined ? undefined : inChargeAreaCount > 0;

function checkRotation({ adminAutoDistribute, accounts, accountsTold }: ImSettingsRecord): HealthCheck[] {
  const off = judge('rotation-off', adminAutoDistribute === undefined ? undefined : !adminAutoDistribute, 'warn');
  // Who would take turns is no question while nobody does.
  if (adminAutoDistribute === false) return [off];
  const members = accounts.filter((account) => isInRotation(account) === true);
  const mayHaveOthers = accountsTold === false || accounts.some((account) => isInRotation(account) === undefined);
  const isEmpty = members.length > 0 ? false : mayHaveOthers ? undefined : true;
  return [off, judge('nobody-in-rotation', isEmpty, 'bad', members)];
}

function checkDisabled(
  settings: ImSettingsRecord,
  question: HealthQuestion,
  ask: Ask,
  state: 'warn' | 'bad',
): HealthCheck {
  return judgeEach(question, settings, (account) => both(negate(isEnabled(account)), ask(account)), state);
}

function checkAreas(settings: ImSettingsRecord): HealthCheck[] {
  if (settings.assignRuleType !== 'area') return [];
  const isIdle: Ask = (account) => both(isEnabled(account), negate(holdsAreas(account)));
  return [judgeEach('without-areas', settings, isIdle, 'warn')];
}

function checkCustomerFirst({ assignRuleType, customerFirst, accounts }: ImSettingsRecord): HealthCheck[] {
  if (assignRuleType === 'product') return [];
  const sharing = accounts.filter((account) => both(isEnabled(account), holdsAreas(account)) === true);
  if (sharing.length < 2) return [];
  return [judge('customer-first-off', negate(customerFirst), 'warn', sharing)];
}

function judgeEach(
  question: HealthQuestion,
  { accounts, accountsTold }: ImSettingsRecord,
  ask: Ask,
  state: 'warn' | 'bad',
): HealthCheck {
  const asked = accounts.map((account) => ({ account, answer: ask(account) }));
  const found = asked.filter(({ answer }) => answer === true).map(({ account }) => account);
  const isUnsure = accountsTold === false || asked.some(({ answer }) => answer === undefined);
  return judge(question, found.length > 0 ? true : isUnsure ? undefined : false, state, found);
}

function judge(
  question: HealthQuestion,
  isFound: boolean | undefined,
  found: 'warn' | 'bad',
  accounts: readonly ImAccountRecord[] = [],
): HealthCheck {
  const state = isFound === undefined ? 'unknown' : isFound ? found : 'ok';
  return { question, state, accountIds: accounts.map(({ accountId }) => accountId) };
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}
