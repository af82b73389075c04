/** Hides the middle of phone numbers and the names of email addresses in free text; everything else stays. */
export function maskPersonalData(text: string): string {
  return text
    .replace(/([\w.+-])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)/g, '$1***@$2')
    .replace(/(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g, '$1****$2')
    .replace(/(?<!\d)(0\d{2,3})-?\d{3,4}(\d{4})(?!\d)/g, '$1****$2');
}
