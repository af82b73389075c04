/** A text before Chinese: Latin letters and digits stand apart from it. */
export function setApart(text: string): string {
  return /\w$/.test(text) ? `${text} ` : text;
}
