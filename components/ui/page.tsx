import type { ComponentChildren } from 'preact';
import { joinClasses } from './join-classes';
import styles from './page.module.css';

export interface PageProps {
  /** Navigation; stays in sight. */
  top?: ComponentChildren;
  children: ComponentChildren;
  /** A `FooterBar`; stays in sight, so the primary action is always in the same place. */
  footer?: ComponentChildren;
  /** A popup is as high as its content and 360 px wide; a panel fills its window; a column stands in the middle of a tab. */
  surface: 'popup' | 'panel' | 'column';
}

export function Page({ top, children, footer, surface }: PageProps) {
  return (
    <div class={joinClasses(styles.page, styles[surface])}>
      {top && <header class={styles.top}>{top}</header>}
      <main class={styles.main}>{children}</main>
      {footer}
    </div>
  );
}
