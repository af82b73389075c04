import { damaged } from './read-entry';

export interface XmlHandler {
  /** `attributes` is the text between the name and the tag's end; `readAttribute` finds one in it. */
  open?(name: string, attributes: string): void;
  /** Also called for an element that is empty. */
  close?(name: string): void;
  /** What stands between two tags, as it is written: `decodeXml` reads it. */
  text?(raw: string): void;
}

/** A tag or text that goes on for longer than this is no part of a workbook that Excel would write. */
const unfinishedLimit = 20_000_000;

/**
 * The elements and texts of an XML document that comes in pieces, names without their prefix. It checks no more than
 * reading a workbook needs: whatever has tags and entities of its own (a DOCTYPE) is refused.
 */
export async function scanXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const scanner = createXmlScanner(handler);
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
}

export function createXmlScanner(handler: XmlHandler): { push(piece: string): void; end(): void } {
  let rest = '';
  let depth = 0;

  function readTag(tag: string): void {
    if (tag.charCodeAt(0) === 47) {
      depth -= 1;
      handler.close?.(localName(tag, 1, nameEnd(tag, 1)));
      return;
    }
    const isEmpty = tag.charCodeAt(tag.length - 1) === 47;
    const end = nameEnd(tag, 0);
    const name = localName(tag, 0, end);
    handler.open?.(name, tag.slice(end, isEmpty ? -1 : undefined));
    if (isEmpty) handler.close?.(name);
    else depth += 1;
  }

  /** What is between < and >, or nothing yet; comments and instructions are passed over. */
  function readMarkup(text: string, start: number): number {
    const second = text.charCodeAt(start + 1);
    if (second === 63) return endOf(text, '?>', start + 2);
    if (second === 33) return readDeclaration(text, start);
    const end = tagEnd(text, start + 1);
    if (end < 0) return -1;
    readTag(text.slice(start + 1, end));
    return end + 1;
  }

  function readDeclaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = endOf(text, ']]>', start + 9);
      if (end >= 0) handler.text?.(text.slice(start + 9, end - 3).replaceAll('&', '&amp;'));
      return end;
    }
    if ('<![CDATA['.startsWith(text.slice(start)) || '<!--'.startsWith(text.slice(start))) return -1;
    throw damaged();
  }

  return {
    push(piece) {
      const text = rest + piece;
      let at = 0;
      for (;;) {
        const start = text.indexOf('<', at);
        if (start < 0 || start + 1 === text.length) break;
        if (start > at) handler.text?.(text.slice(at, start));
        at = start;
        const end = readMarkup(text, start);
        if (end < 0) break;
        at = end;
      }
      rest = text.slice(at);
      if (rest.length > unfinishedLimit) throw damaged();
    },
    end() {
      if (depth !== 0 || rest.trim() !== '') throw damaged();
    },
  };
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** A > may stand in an attribute's value. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function nameEnd(tag: string, from: number): number {
  let at = from;
  while (at < tag.length) {
    const code = tag.charCodeAt(at);
    if (code <= 32 || code === 47) break;
    at += 1;
  }
  return at;
}

function localName(tag: string, from: number, to: number): string {
  const colon = tag.indexOf(':', from);
  return tag.slice(colon >= 0 && colon < to ? colon + 1 : from, to);
}
