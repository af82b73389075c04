import { isText, walkNodes } from './bounded-walk';

const longestSelection = 500;
const nodesLookedAt = 100;

/** The selected text when it is short, else ''. Not `selection.toString()`: everything selected on a huge page would be copied. */
export function readSelectedText(selection: Selection | null): string {
  if (!selection || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  if (range.collapsed) return '';
  let text = '';
  const budget = { left: nodesLookedAt };
  walkNodes(range.commonAncestorContainer, budget, (node) => {
    if (!range.intersectsNode(node)) return 'skip';
    if (isText(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      text += `${node.substringData(from, Math.min(to - from, longestSelection + 1))} `;
    }
    return text.length > longestSelection ? 'stop' : 'enter';
  });
  return budget.left === 0 || text.length > longestSelection ? '' : text.trim();
}
