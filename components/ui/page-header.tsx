import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import { chevronLeft } from './icons';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  title: string;
  /** Where it comes from, when: the small line above the title. */
  origin?: ComponentChildren;
  /** What it is about: the line under the title. */
  children?: ComponentChildren;
  /** The way back, instead of an origin. */
  back?: { label: string; href: string } | undefined;
  /** A button beside the title. */
  action?: ComponentChildren;
}

/** Focusable by script alone: a change of screen puts focus on the title so that it is read out. */
export function PageHeader({ title, origin, children, back, action }: PageHeaderProps) {
  return (
    <div class={styles.header}>
      <div class={styles.text}>
        {back && (
          <a class={styles.back} href={back.href}>
            <Icon shape={chevronLeft} size={14} />
            {back.label}
          </a>
        )}
        {origin && <div class={styles.origin}>{origin}</div>}
        <h1 tabindex={-1}>{title}</h1>
        {children && <div class={styles.about}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
