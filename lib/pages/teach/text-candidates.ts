import { nodesPerReading } from '@/lib/pages/bounded-walk';
import type { ReadingTools } from '@/lib/pages/reading-tools';
import type { recordTextNames } from '@/lib/pages/record-texts';
import type { TextSource } from '@/lib/pages/site-rule';
import { findSelectors } from './find-selectors';
import { labelsBeside } from './labels-beside';
import type { Candidate } from './pointed';

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
  const found = findSelectors(element, says, document).map(({ selector, kind }) => ({
    source: { from: 'selector' as const, selector },
    kind,
  }));
  const labelled = labelsBeside(tools, element).map((label) => ({
    source: { from: 'label' as const, labels: [label] },
    kind: 'label' as const,
  }));
  const heading = field === 'title' ? [{ source: { from: 'heading' as const }, kind: 'heading' as const }] : [];
  const isNamed = ({ kind }: { kind: Candidate['kind'] }) => kind === 'id' || kind === 'data';
  return [
    ...found.filter(isNamed),
    ...labelled,
    ...found.filter(({ kind }) => kind === 'aria' || kind === 'tag'),
    ...heading,
    ...found.filter(({ kind }) => kind === 'class' || kind === 'place'),
  ]
    .filter(({ source }) => reader.text(source) === says)
    .map((candidate) => ({ ...candidate, reads: says }));
}
