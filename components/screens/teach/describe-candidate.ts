import { teachMessages } from '@/lib/i18n/teach-messages';
import type { Candidate } from './taught-rule';

/** How something is found, in words. */
export function describeCandidate({ source, list, kind }: Candidate): string {
  const { kinds } = teachMessages.value.teach;
  const how = list
    ? kinds.selector(`${list.row} · ${describeSource(list.id as Source)}`)
    : describeSource(source as Source);
  return kind === 'class' || kind === 'place' ? kinds.fragile(how) : how;
}

type Source = Readonly<Partial<Record<string, string | readonly string[]>>> | undefined;

function describeSource(source: Source): string {
  const { kinds } = teachMessages.value.teach;
  const { from, after, names, labels, selector, attribute, pattern } = source ?? {};
  const exact = pattern === undefined ? '' : ` ${pattern}`;
  switch (from) {
    case 'path':
    case 'hash':
      return kinds.address(`${from === 'hash' ? '#' : ''}/${after}/…${exact}`);
    case 'query':
      return kinds.address(`?${names}=…`);
    case 'label':
      return kinds.label(String(labels)) + exact;
    case 'heading':
      return kinds.heading;
    case 'attribute':
      return kinds.attribute(String(attribute), selector === undefined ? '·' : String(selector)) + exact;
    default:
      return kinds.selector(String(selector)) + exact;
  }
}
