import type { ComponentChildren } from 'preact';
import styles from './data-table.module.css';

export interface DataTableProps {
  /** What it lists, for those who hear it. */
  label: string;
  heads: readonly ComponentChildren[];
  /** `DataRow`s. */
  children: ComponentChildren;
}

/** Rows and columns under hairlines. What is too wide scrolls inside, reachable by keyboard. */
export function DataTable({ label, heads, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={styles.frame} aria-label={label} tabIndex={0}>
      <table class={styles.table}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={column} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
