/** What ties a control to its label, hint and error; `Field` makes it, every control takes it. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  required?: boolean | undefined;
  /** Where it has no label of its own in sight. */
  'aria-label'?: string | undefined;
}
