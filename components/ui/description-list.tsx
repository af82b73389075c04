import type { ComponentChildren } from 'preact';
import styles from './description-list.module.css';

/** Names and values in two columns. */
export function DescriptionList({ children }: { children: ComponentChildren }) {
  return <dl class={styles.list}>{children}</dl>;
}

/** One of them; nothing at all where there is no value. */
export function Description({ term, children }: { term: string; children?: ComponentChildren }) {
  if (children === undefined || children === null || children === '') return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
