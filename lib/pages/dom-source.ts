import { type NodeBudget, shortTextOf } from './bounded-walk';
import { cleanText } from './clean-text';
import { idFromValue, type LabelledValues, labelKey, readLabelledValues } from './labelled-values';
import { findOpportunityId } from './opportunity-id';
import type { IdSource, SiteRule, TextSource } from './site-rule';

type DomIdSource = Extract<IdSource, { from: 'selector' | 'attribute' | 'label' | 'selection' }>;

export interface DomReader {
  readId(source: DomIdSource): string | undefined;
  readText(source: TextSource): string | undefined;
  /** Whether a label on the page names another opportunity than the address: a view that has not caught up, or a list. */
  namesAnother(opportunityId: string): boolean;
}

/** For the few texts beside the walk, so that a page that used up the walk still has its title read. */
const nodesForTexts = 2_000;

/** Reads one rule's sources from a page. All labels of the rule are looked for in one walk, when the first is asked for. */
export function createDomReader(page: {
  document: Document;
  rule: SiteRule;
  budget: NodeBudget;
  selection: string;
}): DomReader {
  const { document, rule, budget } = page;
  const idLabels = labelsOf(rule.opportunity.id);
  const textBudget: NodeBudget = { left: nodesForTexts };
  let labelled: LabelledValues | undefined;

  function labelledValues(): LabelledValues {
    labelled ??= readLabelledValues(document.body, [...idLabels, ...textLabelsOf(rule)], budget);
    return labelled;
  }

  function valuesAt(labels: readonly string[]): string[] {
    const { values } = labelledValues();
    return labels.flatMap((label) => values.get(labelKey(label)) ?? []);
  }

  function textAt(selector: string): string | undefined {
    const element = document.querySelector(selector);
    return (element && shortTextOf(element, textBudget)) || undefined;
  }

  function attributeAt(selector: string, attribute: string): string {
    return cleanText(document.querySelector(selector)?.getAttribute(attribute) ?? '');
  }

  function firstTitle(selectors: readonly string[]): string | undefined {
    return selectors.map((selector) => titleOf(textAt(selector))).find((title) => title !== undefined);
  }

  function heading(): string | undefined {
    const { headings } = idLabels.length > 0 ? labelledValues() : { headings: undefined };
    const near = idLabels.map((label) => headings?.get(labelKey(label))).find((element) => element !== undefined);
    return (
      firstTitle(['main h1', '[role="main"] h1']) ??
      (near && titleOf(shortTextOf(near, textBudget))) ??
      firstTitle(['main h2', '[role="main"] h2', 'h1', 'h2'])
    );
  }

  function idsAt(labels: readonly string[]): ReadonlySet<string> {
    return new Set(valuesAt(labels).flatMap((value) => idFromValue(value) ?? []));
  }

  return {
    readId(source) {
      switch (source.from) {
        case 'selector':
          return findOpportunityId(textAt(source.selector) ?? '');
        case 'attribute':
          return idFromValue(attributeAt(source.selector, source.attribute));
        case 'label': {
          const ids = idsAt(source.labels);
          // Different ids under the same label are a list, not a page about one opportunity.
          return ids.size === 1 ? [...ids][0] : undefined;
        }
        case 'selection':
          return findOpportunityId(page.selection);
      }
    },
    readText(source) {
      switch (source.from) {
        case 'selector':
          return textAt(source.selector);
        case 'attribute':
          return attributeAt(source.selector, source.attribute) || undefined;
        case 'label':
          return valuesAt(source.labels)[0];
        case 'heading':
          return heading();
      }
    },
    namesAnother(opportunityId) {
      const ids = idLabels.length > 0 ? idsAt(idLabels) : new Set<string>();
      return ids.size > 0 && !ids.has(opportunityId);
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

function textLabelsOf(rule: SiteRule): string[] {
  const { title, customer, stage, territory } = rule.opportunity;
  return labelsOf([title, customer, stage, territory].flatMap((sources) => sources ?? []));
}
