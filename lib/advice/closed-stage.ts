/**
 * Whether a stage's name says that the sale is over, won or lost. Stages are a company's own and carry no such mark, so these are the
 * words in use, unless what stands before them says that it is still to come. Another name counts as open, which only makes for one piece
 * of advice too many.
 */
export function isClosedStage(label: string): boolean {
  return /(?<!未|没|没有|待|将|预计|准备)(?:赢单|输单|丢单|成交|成单|签约完成|无效|作废|关闭|战败)|(?<!\bnot )\b(?:won|lost|closed)\b/i.test(
    label,
  );
}
