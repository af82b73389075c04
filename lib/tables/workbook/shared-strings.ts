import { scanXml } from './scan-xml';
import { createTextStore, type TextStore } from './text-store';
import { decodeOfficeText } from './xml-text';

/** The texts that cells refer to by number. Rich text is joined; what is written above a word to say it (rPh) is left out. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<TextStore> {
  const texts = createTextStore();
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await scanXml(pieces, {
    open(name) {
      if (name === 't') isText = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(raw) {
      if (isText) text += decodeOfficeText(raw);
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') {
        texts.add(text);
        text = '';
      }
    },
  });
  return texts;
}
