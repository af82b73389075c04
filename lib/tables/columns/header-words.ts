/** A heading as words: width, case, punctuation, underscores and camelCase make no difference, nor what stands in brackets. */
export interface HeaderWords {
  /** `opportunity id`, `商机 id`. */
  words: string;
  /** The same in one: `opportunityid`, `商机id`. */
  compact: string;
  /** Without what stands in brackets: 预计金额(元) is 预计金额. */
  outsideBrackets: string;
}

export function headerWords(header: string): HeaderWords {
  const text = header.normalize('NFKC');
  const words = toWords(text);
  return {
    words,
    compact: words.replaceAll(' ', ''),
    outsideBrackets: toWords(text.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g, ' ')).replaceAll(
      ' ',
      '',
    ),
  };
}

function toWords(text: string): string {
  return text
    .replace(
      /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})/gu,
      ' ',
    )
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
