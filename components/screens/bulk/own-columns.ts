/** The catalogues' `resultColumns` and `subjectColumn`: a result file may have been written in the other language. */
export const resultHeaders = [
  ['结果', '原因', '平台信息', 'request_id', '请求编号', '时间（北京时间）', '发送前改为', '提交的 biz_id'],
  [
    'Outcome',
    'Reason',
    'Platform says',
    'request_id',
    'Request key',
    'Time (China)',
    'Corrected before sending',
    'biz_id as sent',
  ],
] as const;

/**
 * The headers but for those that a result file of ours has behind the table's own: what became of a row is nothing to be
 * sent with the next. They are known by standing side by side, in order; one alone may be anybody's.
 */
export function withoutOwnColumns(header: readonly string[]): string[] {
  const texts = header.map((text) => text.trim());
  const own = new Set(resultHeaders.flatMap((names) => sideBySide(texts, names)));
  return header.map((text, column) => (own.has(column) ? '' : text));
}

function sideBySide(texts: readonly string[], names: readonly string[]): number[] {
  const places = texts.map((text) => names.indexOf(text));
  return places.flatMap((place, column) => {
    const [before = -1, after = -1] = [places[column - 1], places[column + 1]];
    return place >= 0 && ((before >= 0 && before < place) || after > place) ? [column] : [];
  });
}
