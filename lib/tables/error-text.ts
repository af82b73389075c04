/** As Excel, WPS and Google's spreadsheets name them. */
const errors =
  /^#(?:N\/A|DIV\/0!|NAME\?|(?:BLOCKED|BUSY|CALC|CONNECT|ERROR|EXTERNAL|FIELD|NULL|NUM|PYTHON|REF|SPILL|UNKNOWN|VALUE)!|GETTING_DATA|#*)$/i;

/**
 * Whether a text is what a spreadsheet shows in place of a value: that it has none, such as `#N/A`, or that its column
 * was too narrow for it when it was copied, `####`.
 */
export function isErrorText(text: string): boolean {
  return errors.test(text.trim());
}
