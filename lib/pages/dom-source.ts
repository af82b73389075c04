import { type NodeBudget, shortTextOf } from './bounded-walk';
import { cleanText, plainDigits } from './clean-text';
import { idFromValue, type LabelledValues, labelKey, readLabelledValues } from './labelled-values';
import { findOpportunityId } from './opportunity-id';
import { recordTextNames } from './record-texts';
import { findAt } from './selector-path';
import type { IdSource, RowSource, TextSource } from './site-rule';
import { longestPatternText, readPattern } from './text-pattern';
import type { ToldRule } from './told-rule';

export interface DomReader {
  /** Nothing for a source that is in the address. */
  readId(source: IdSource): string | undefined;
  readText(source: TextSource): string | undefined;
  /** Whether the page itself names another opportunity than the address: a view that has not caught up, or a list. */
  namesAnother(opportunityId: string): boolean;
}

/** For the few texts beside the walk, so that a page that used up the walk still has its title read. */
const nodesForTexts = 2_000;

/** What the element at a source's selector says; of a row, the row itself where there is no selector. */
export function textOf(
  source: RowSource | { from: 'selector'; selector?: undefined },
  root: ParentNode,
  budget: NodeBudget,
): string | undefined {
  const element = source.selector === undefined ? (root as Element) : findAt(root, source.selector, budget);
  if (!element) return undefined;
  if (source.from === 'selector') return shortTextOf(element, budget);
  return cleanText(
    element.getAttribute(source.attribute) ?? '',
    source.pattern === undefined ? 200 : longestPatternText,
  );
}

/** The id in such a text. */
export function idIn(source: { from: string; pattern?: string | undefined }, text: string): string | undefined {
  if (source.pattern !== undefined) return readPattern(source.pattern, plainDigits(text));
  return source.from === 'selector' ? findOpportunityId(text) : idFromValue(text);
}

/** The part of a text that a source's pattern names, else the whole. */
export function partOf(source: { pattern?: string | undefined }, text: string | undefined): string | undefined {
  const part = text !== undefined && source.pattern !== undefined ? readPattern(source.pattern, text) : text;
  return part ? cleanText(part) : undefined;
}

/** Reads one rule's sources from a page. All labels of the rule are looked for in one walk, when the first is asked for. */
export function createDomReader(page: {
  /** The document, or what holds the record. */
  place: ParentNode & Node;
  rule: ToldRule;
  budget: NodeBudget;
  selection: string;
}): DomReader {
  const { place, rule, budget } = page;
  const idSources = rule.opportunity.id;
  const idLabels = labelsOf(idSources);
  const textBudget: NodeBudget = { ...budget, left: nodesForTexts };
  let labelled: LabelledValues | undefined;

  function labelledValues(): LabelledValues {
    const root = place.nodeType === 9 ? (place as Document).body : place;
    labelled ??= readLabelledValues(root, [...idLabels, ...textLabelsOf(rule)], budget);
    return labelled;
  }

  function valuesAt(labels: readonly string[]): string[] {
    const { values } = labelledValues();
    return labels.flatMap((label) => values.get(labelKey(label)) ?? []);
  }

  function firstTitle(root: ParentNode, selectors: readonly string[]): string | undefined {
    for (const selector of selectors) {
      const title = titleOf(textOf({ from: 'selector', selector }, root, textBudget));
      if (title !== undefined) return title;
    }
    return undefined;
  }

  function heading(): string | undefined {
    const { headings, roots } = idLabels.length > 0 ? labelledValues() : { headings: undefined, roots: undefined };
    const at = <Value>(map: ReadonlyMap<string, Value> | undefined) =>
      idLabels.map((label) => map?.get(labelKey(label))).find((value) => value !== undefined);
    const root = at(roots) ?? place;
    const near = at(headings);
    return (
      firstTitle(root, ['main h1', '[role="main"] h1']) ??
      (near && titleOf(shortTextOf(near, textBudget))) ??
      firstTitle(root, ['main h2', '[role="main"] h2', 'h1', 'h2'])
    );
  }

  function idsOf(source: IdSource): Set<string> {
    let texts: string[] = [];
    if (source.from === 'label') texts = valuesAt(source.labels);
    if (source.from === 'selector' || source.from === 'attribute') texts = [textOf(source, place, textBudget) ?? ''];
    return new Set(texts.flatMap((text) => idIn(source, text) ?? []));
  }

  return {
    readId(source) {
      if (source.from === 'selection') return findOpportunityId(page.selection);
      const ids = idsOf(source);
      // Different ids under the same label are a list, not a page about one opportunity.
      return ids.size === 1 ? [...ids][0] : undefined;
    },
    readText(source) {
      switch (source.from) {
        case 'label':
          return partOf(source, valuesAt(source.labels)[0]);
        case 'heading':
          return partOf(source, heading());
        default:
          return partOf(source, textOf(source, place, textBudget));
      }
    },
    namesAnother(opportunityId) {
      const ids = idSources.flatMap((source) => [...idsOf(source)]);
      return ids.length > 0 && !ids.includes(opportunityId);
    },
  };
}

/** A heading that only says which kind of page or section it is names no opportunity. */
const kindOfPage =
  /^(?:(?:我的|全部)?商机(?:详情|管理|列表|中心|信息)?|(?:基本|基础|详细)?信息|详情|概览|(?:my )?opportunit(?:y|ies)(?: details?| list)?|(?:basic )?information|details?|overview)$/i;

function titleOf(text: string | undefined): string | undefined {
  return text && !kindOfPage.test(text) ? text : undefined;
}

function labelsOf(sources: readonly (IdSource | TextSource)[]): string[] {
  return sources.flatMap((source) => (source.from === 'label' ? source.labels : []));
}

function textLabelsOf({ opportunity }: ToldRule): string[] {
  return labelsOf(recordTextNames.flatMap((name) => opportunity[name] ?? []));
}
