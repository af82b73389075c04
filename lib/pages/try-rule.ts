import { borrowReadingTools } from './borrow-reading-tools';
import { nodesPerReading } from './bounded-walk';
import { mostRows } from './page-context';
import { isReaderRequest, type TrialAnswer } from './page-messages';
import { type Page, slowMs } from './read-page';
import type { ReadingTools } from './reading-tools';
import { recordTextNames } from './record-texts';
import type { RuleFault } from './rule-faults';
import type { ToldRule } from './told-rule';

type Where = Pick<Page, 'document' | 'location'>;
type Listener = (message: unknown, sender: { id?: string }, answer: (answer: TrialAnswer) => void) => void;

/** The part of `runtime` that trials need. */
export interface TrialRuntime {
  readonly id?: string | undefined;
  onMessage: { addListener(listener: Listener): void };
}

const trialsKey = Symbol.for('crm-sidekick.trials');

/** Answers the worker's trials of rules, once in a world however often it is put there. */
export function answerTrials(world: object, runtime: TrialRuntime, where: Where): void {
  const answering: TrialRuntime | undefined = Reflect.get(world, trialsKey);
  // Without an id: left behind by a reload of the extension.
  if (answering?.id !== undefined) return;
  Reflect.set(world, trialsKey, runtime);
  runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== runtime.id || !isReaderRequest(message) || message.call !== 'page.try') return;
    const [rule] = message.input.rules;
    const tools = borrowReadingTools(world);
    // Told none: its patterns do not name this page's origin.
    if (!rule) reply({ faults: [notForThisPage] });
    else reply(tools ? tryRule(tools, where, rule) : { faults: [] });
  });
}

const notForThisPage: RuleFault = { path: 'match', reason: 'does-not-match' };

/** What one rule reads from the page as it is, and which of its places read nothing here. */
export function tryRule(tools: ReadingTools, where: Where, rule: ToldRule): TrialAnswer {
  const page = { ...where, rules: [rule] };
  if (tools.matchingRules(page).length === 0) return { faults: [notForThisPage] };
  const faults: RuleFault[] = [];
  const timed = <Value>(path: string, read: () => Value): Value => {
    const start = Date.now();
    const value = read();
    if (Date.now() - start > slowMs) faults.push({ path, reason: 'too-slow' });
    return value;
  };
  const context = timed('opportunity', () => tools.readPage(page)?.context);
  const rows = timed('list', () => tools.readRows(page));
  faults.push(...recordFaults(tools, where, rule), ...listFaults(tools, where, rule, rows?.total ?? 0));
  return { ...(context && { context }), ...(rows && { rows }), faults };
}

function recordFaults(tools: ReadingTools, { document, location }: Where, rule: ToldRule): RuleFault[] {
  const { opportunity } = rule;
  const { within } = opportunity;
  const budget = { left: nodesPerReading };
  const faults: RuleFault[] = [];
  const check = (path: string, read: () => unknown) => {
    const reason = faultOf(read);
    if (reason) faults.push({ path, reason });
  };
  let place: (ParentNode & Node) | undefined = document;
  if (within !== undefined)
    check('opportunity.within', () => {
      place = undefined;
      place = tools.findPlace(document, within, budget);
      return place;
    });
  const reader = place && tools.createDomReader({ place, rule, budget, selection: '' });
  const urls = [location.href, ...(place?.nodeType === 9 ? [(place as Document).URL] : [])];
  const inAddress = (source: (typeof opportunity.id)[number]) =>
    urls.map((url) => tools.readUrlSource(source, new URL(url))).find((id) => id !== undefined);
  for (const [index, source] of opportunity.id.entries()) {
    if (source.from !== 'selection')
      check(`opportunity.id[${index}]`, () => inAddress(source) ?? reader?.readId(source));
  }
  for (const name of recordTextNames)
    for (const [index, source] of (opportunity[name] ?? []).entries())
      check(`opportunity.${name}[${index}]`, () => reader?.readText(source));
  return faults;
}

function listFaults(tools: ReadingTools, { document }: Where, { list }: ToldRule, total: number): RuleFault[] {
  if (!list) return [];
  const budget = { left: nodesPerReading };
  let found: ArrayLike<Element> = [];
  const reason = faultOf(() => {
    const place = list.within === undefined ? document : tools.findPlace(document, list.within, budget);
    found = place ? tools.findAllAt(place, list.row, budget) : [];
    return found.length > 0 || undefined;
  });
  if (reason) return [{ path: 'list.row', reason }];
  if (total > mostRows) return [{ path: 'list.row', reason: 'too-many-rows' }];
  const row = found[0];
  const broken = list.id.findIndex(
    (source) => row && faultOf(() => tools.textOf(source, row, budget) ?? '') !== undefined,
  );
  if (broken !== -1) return [{ path: `list.id[${broken}]`, reason: 'not-a-selector' }];
  return total === 0 ? [{ path: 'list.id', reason: 'no-row-ids' }] : [];
}

function faultOf(read: () => unknown): RuleFault['reason'] | undefined {
  try {
    return read() === undefined ? 'reads-nothing' : undefined;
  } catch {
    return 'not-a-selector';
  }
}
