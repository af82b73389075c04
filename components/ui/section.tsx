import type { ComponentChildren } from 'preact';
import styles from './section.module.css';

export interface SectionProps {
  title: string;
  /** A count or a button at the title's end. */
  end?: ComponentChildren;
  children: ComponentChildren;
}

/** A titled part of a page. */
export function Section({ title, end, children }: SectionProps) {
  return (
    <section class={styles.section}>
      <div class={styles.head}>
        <h2>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}
