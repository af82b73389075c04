import { nodesPerReading } from '@/lib/pages/bounded-walk';
import type { ReadingTools } from '@/lib/pages/reading-tools';
import type { recordTextNames } from '@/lib/pages/record-texts';
import type { TextSource } from '@/lib/pages/site-rule';
import { findSelectors } from './find-selectors';
import { labelsBeside } from './labels-beside';
import { byLasting, type Candidate } from './pointed';

/** What the page's own reading says at each source, so that nothing is offered that would not be read later. */
export function createTrialReader(tools: ReadingTools, document: Document) {
  const readerOf = (opportunity: Parameters<ReadingTools['createDomReader']>[0]['rule']['opportunity']) =>
    tools.createDomReader({
      place: document,
      rule: { id: 'taught', paths: [], opportunity },
      budget: { left: nodesPerReading },
      selection: '',
    });
  return {
    text: (source: TextSource) => readerOf({ id: [{ from: 'selection' }], title: [source] }).readText(source),
    id: (source: Parameters<ReturnType<typeof readerOf>['readId']>[0]) => readerOf({ id: [source] }).readId(source),
  };
}

/** The ways to find a text of the record again, the most lasting first. */
export function textCandidates(
  tools: ReadingTools,
  document: Document,
  element: Element,
  field: (typeof recordTextNames)[number],
): Candidate[] {
  const says = tools.textOf({ from: 'selector' }, element, { left: nodesPerReading });
  if (!says) return [];
  const reader = createTrialReader(tools, document);
  const found: Candidate[] = findSelectors(element, says, document).map(({ selector, kind }) => ({
    ...{ source: { from: 'selector', selector }, reads: says },
    kind,
  }));
  const labelled = labelsBeside(tools, element).map((label) => ({ ...label, reads: says }));
  const heading: Candidate[] = field === 'title' ? [{ source: { from: 'heading' }, reads: says, kind: 'heading' }] : [];
  return [...found, ...labelled, ...heading]
    .sort(byLasting)
    .filter(({ source }) => reader.text(source as TextSource) === says);
}
