import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { language } from '@/lib/i18n/messages';
import { teachMessages } from '@/lib/i18n/teach-messages';
import type { TabContext } from '@/lib/messages/page-context';
import { createKeptTeaching, type KeptTeaching } from './kept-teaching';
import {
  composeRule,
  freeId,
  namesHost,
  nextAfter,
  type PointedAt,
  type PointField,
  rowsOf,
  type TaughtRule,
} from './taught-rule';
import { createTeachTrial, type TeachTrial } from './teach-trial';

type Ended = 'ended' | 'removed' | 'gone';

export interface TeachModel {
  pointed: ReadonlySignal<PointedAt>;
  /** What the person is pointing at in the page. */
  pointing: ReadonlySignal<PointField | undefined>;
  /** Why nobody points any more, where it was not because all was pointed at. */
  ended: ReadonlySignal<Ended | undefined>;
  /** Whose pages are taught; undefined until something was pointed at. */
  origin: ReadonlySignal<string | undefined>;
  /** The tab shows another site than the one that is taught. */
  isElsewhere: ReadonlySignal<boolean>;
  /** A person's own rules for this site. */
  bases: ReadonlySignal<readonly Pick<TaughtRule, 'id' | 'name'>[]>;
  /** The one that is added to; undefined for a new one. */
  base: ReadonlySignal<TaughtRule | undefined>;
  addTo(id: string | undefined): Promise<void>;
  rule: ReadonlySignal<TaughtRule | undefined>;
  trial: TeachTrial['trial'];
  name: Signal<string>;
  pages: Signal<string>;
  asking: Action;
  trialError: TeachTrial['trialError'];
  saving: Action;
  /** Asks for one field, and for those that come after it and are missing where `goesOn`. */
  point(field: PointField, goesOn?: boolean): Promise<boolean>;
  stop(): Promise<void>;
  choose(field: PointField, index: number): void;
  forget(field: PointField): void;
  save(): Promise<boolean>;
  isRestored: KeptTeaching['isRestored'];
  /** Forgets all that was pointed at and is in no rule. */
  startOver(): Promise<void>;
  /** Keeps what is not saved now: the surface is closing. */
  saveNow(): void;
  /** Follows the page; answers a function that ends it, and the pointing with it. */
  start(): () => void;
}

export function createTeachModel(app: App, tab: ReadonlySignal<TabContext | undefined>): TeachModel {
  const { client, ports } = app;
  const pointed = signal<PointedAt>({});
  const pointing = signal<PointField | undefined>(undefined);
  const ended = signal<Ended | undefined>(undefined);
  const origin = signal<string | undefined>(undefined);
  const base = signal<TaughtRule | undefined>(undefined);
  const name = signal('');
  const pages = signal('');
  const asking = createAction();
  const saving = createAction();
  const bases = signal<readonly Pick<TaughtRule, 'id' | 'name'>[]>([]);
  let taken: readonly string[] = [];
  let isGoingOn = false;
  let line: { tabId: number; leave(): void } | undefined;
  let isOver = false;
  let savedText = '';
  const kept = createKeptTeaching(app);
  let entering = Promise.resolve();

  const rule = computed(() => {
    if (origin.value === undefined) return undefined;
    const { host } = new URL(origin.value);
    const id = base.value?.id ?? freeId(host, taken);
    const match = pages.value.split(/[\s,，、]+/).filter((pattern) => pattern !== '');
    return composeRule({ id, name: name.value.trim() || host, match }, pointed.value, base.value);
  });

  const isElsewhere = computed(
    () => origin.value !== undefined && tab.value?.origin !== undefined && tab.value.origin !== origin.value,
  );
  const tried = createTeachTrial(app, rule, isElsewhere);

  /** The site that something is kept of, or of the first thing that is asked for, is what is taught: one or the other. */
  function enter(site: string, onlyIfKept = false): Promise<void> {
    entering = entering.catch(() => undefined).then(() => takeSite(site, onlyIfKept));
    return entering;
  }

  /** By a rule that is there for the site, or a new one. */
  async function takeSite(site: string, onlyIfKept: boolean): Promise<void> {
    if (origin.peek() !== undefined) return;
    const unsaved = await kept.read(site);
    if (onlyIfKept && !unsaved) return;
    const { hostname } = new URL(site);
    const { rules } = await client.call('rule.list', {});
    taken = rules.map(({ id }) => id);
    bases.value = rules.filter(({ isBuiltIn, match }) => !isBuiltIn && namesHost(match, hostname));
    origin.value = site;
    // What was kept for a new rule, or for one that is gone, must not go over another: saving replaces what is added to.
    await addTo((unsaved ? bases.peek().find(({ id }) => id === unsaved.baseId) : bases.peek()[0])?.id);
    if (unsaved)
      batch(() => {
        pointed.value = unsaved.pointed;
        name.value = unsaved.name;
        pages.value = unsaved.pages;
      });
  }

  async function addTo(id: string | undefined): Promise<void> {
    const { host, protocol, hostname } = new URL(origin.peek() ?? '');
    const file = id === undefined ? undefined : (await client.call('rule.export', { id })).file;
    const own = file === undefined ? undefined : (JSON.parse(file).sites[0] as TaughtRule);
    batch(() => {
      base.value = own;
      name.value = own?.name ?? host;
      pages.value = own?.match.join(' ') ?? `${protocol}//${hostname}/*`;
    });
  }

  function leave(why?: Ended): void {
    line?.leave();
    line = undefined;
    isGoingOn = false;
    batch(() => {
      pointing.value = undefined;
      ended.value = why;
    });
  }

  async function ask(field: PointField, tabId: number): Promise<void> {
    if (isOver) return;
    const { teach } = teachMessages.peek();
    const { ask, askRow, hint, nothing, nothingId, skip, skipId, stop } = teach.overlay;
    const row = field.startsWith('row.') ? rowsOf(pointed.peek(), base.peek()) : undefined;
    batch(() => {
      pointing.value = field;
      ended.value = undefined;
    });
    await client.call('teach.point', {
      tabId,
      field,
      ...(row !== undefined && { row }),
      words: {
        language: language.peek(),
        ask: field === 'row' ? askRow : ask(teach.fields[field]),
        ...{ hint, nothing: field === 'id' ? nothingId : nothing, stop },
        ...(field === 'id' ? { skip: skipId } : field !== 'row' && { skip }),
      },
    });
    // Called off while the page was being asked.
    if (pointing.peek() === undefined) await client.call('teach.end', { tabId });
    else if (line?.tabId !== tabId) line = { tabId, leave: ports.stayWithTab(tabId) };
  }

  /** What the page says about the pointing; the next thing is asked for where there is one. */
  async function readPointing(tabId: number): Promise<void> {
    const asked = pointing.peek();
    const { state, field, candidates } = await client.call('teach.read', { tabId });
    if (asked === undefined || pointing.peek() !== asked || (field !== undefined && field !== asked)) return;
    if (state === 'pointing') return;
    if (state === 'ended' || state === 'removed' || state === 'gone') {
      leave(state);
      return;
    }
    if (state === 'picked') pointed.value = { ...pointed.peek(), [asked]: { candidates, chosen: 0 } };
    const next = isGoingOn ? nextAfter(asked, pointed.peek()) : undefined;
    if (next) await ask(next, tabId);
    else await stop();
  }

  async function stop(): Promise<void> {
    const tabId = line?.tabId;
    leave();
    if (tabId !== undefined) await client.call('teach.end', { tabId });
  }

  async function follow(): Promise<void> {
    if (line && pointing.peek() !== undefined) await readPointing(line.tabId);
    else await tried.run();
  }

  return {
    pointed,
    pointing,
    ended,
    origin,
    isElsewhere,
    bases,
    base,
    addTo,
    rule,
    trial: tried.trial,
    trialError: tried.trialError,
    isRestored: kept.isRestored,
    name,
    pages,
    asking,
    saving,
    point: (field, goesOn = false) =>
      asking.run(async () => {
        const site = tab.peek()?.origin;
        const active = await ports.activeTab();
        if (site === undefined || !active || isElsewhere.peek()) return false;
        await enter(site);
        if (line && line.tabId !== active.tabId) leave();
        isGoingOn = goesOn;
        try {
          await ask(field, active.tabId);
        } catch (thrown) {
          leave();
          throw thrown;
        }
        return true;
      }),
    stop,
    choose(field, index) {
      const at = pointed.peek()[field];
      if (at) pointed.value = { ...pointed.peek(), [field]: { ...at, chosen: index } };
    },
    forget(field) {
      const { [field]: _, ...others } = pointed.peek();
      pointed.value = others;
      if (Object.keys(others).length === 0) void kept.drop();
    },
    save: () =>
      saving.run(async () => {
        const saved = rule.peek();
        if (!saved) return false;
        const text = JSON.stringify(saved);
        await client.call('rule.save', { text, mayReplace: base.peek() !== undefined });
        await kept.drop();
        // What was changed meanwhile is in no rule: it is kept, and said to be saved by nobody.
        const isAllSaved = JSON.stringify(rule.peek()) === text;
        savedText = text;
        const { id, name: called } = saved;
        batch(() => {
          base.value = saved;
          bases.value = [{ id, name: called }, ...bases.peek().filter((one) => one.id !== id)];
        });
        taken = [...taken, id];
        return isAllSaved;
      }),
    async startOver() {
      // What cannot be asked any more has nothing over it either.
      await stop().catch(() => undefined);
      const site = origin.peek();
      batch(() => {
        pointed.value = {};
        base.value = undefined;
        origin.value = undefined;
      });
      await kept.drop();
      const here = tab.peek()?.origin;
      if (here !== undefined && here !== site) await enter(here, true).catch(() => undefined);
    },
    saveNow: kept.flush,
    start() {
      const endRestoring = effect(() => {
        const site = tab.value?.origin;
        if (site !== undefined) void enter(site, true).catch(() => undefined);
      });
      const endKeeping = effect(() => {
        const teaching = { pointed: pointed.value, name: name.value, pages: pages.value, baseId: base.value?.id };
        const isUnsaved = JSON.stringify(rule.value) !== savedText;
        if (isUnsaved && Object.keys(teaching.pointed).length > 0) kept.keep(teaching);
      });
      // What cannot be asked is gone; the screen around says what the tab is.
      const end = ports.watchActiveTab(() => void follow().catch(() => leave('gone')));
      const endTrying = tried.start();
      const endForgetting = effect(() => {
        void rule.value;
        untracked(() => saving.forget());
      });
      return () => {
        isOver = true;
        end();
        endTrying();
        endForgetting();
        endRestoring();
        endKeeping();
        kept.flush();
        void stop().catch(() => undefined);
      };
    },
  };
}
