/** Class names that hold, in one string; `undefined` where none does, so that no empty attribute is written. */
export function joinClasses(...names: (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
