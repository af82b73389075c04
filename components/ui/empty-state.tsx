import type { ComponentChildren } from 'preact';
import styles from './empty-state.module.css';
import { Icon } from './icon';

export interface EmptyStateProps {
  icon: string;
  title: string;
  /** How to fill it. */
  children?: ComponentChildren;
  action?: ComponentChildren;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      <Icon shape={icon} size={24} class={styles.icon} />
      <div class={styles.title}>{title}</div>
      {children && <div class={styles.rest}>{children}</div>}
      {action && <div class={styles.action}>{action}</div>}
    </div>
  );
}
