const longestName = 60;

/**
 * Whether a name looks as if a person had written it to stay: words, perhaps with small numbers. Not what a build tool or a framework
 * makes up (`css-1q2w3e`, `record_3fkq2a`, `ember1234`), and not what names one record (`row-20191214888`).
 */
export function isStableName(name: string): boolean {
  if (name.length > longestName || !/^[\p{L}][\p{L}\p{N} _:./-]*$/u.test(name)) return false;
  const words = name.split(/[ _:./-]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== '');
  const [shorts, longs] = [words.filter((word) => word.length < 3), words.filter((word) => word.length >= 3)];
  return words.every(isWord) && (longs.length >= shorts.length || /^\p{Script=Han}/u.test(name));
}

/** A word, or a small number as in `col-6`. */
function isWord(word: string): boolean {
  if (/^\d{1,2}$/.test(word)) return true;
  if (/\d/.test(word)) return /^h[1-6]$/.test(word);
  if (!/^[a-z]+$/i.test(word)) return true;
  return !/[^aeiouy]{5}/i.test(word) && (word.length < 4 || /[aeiouy]/i.test(word));
}
