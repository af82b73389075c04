/**
 * What a half-typed day is told as. The native control's own value is empty then, which means “none”: nobody wants that
 * sent. No check takes this for a day.
 */
export const halfTyped = '…';
