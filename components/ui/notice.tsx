import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import { joinClasses } from './join-classes';
import styles from './notice.module.css';
import { type Tone, toneIcons } from './tone';

export interface NoticeProps {
  tone: Tone;
  /** What happened. */
  title: ComponentChildren;
  /** What to do about it, details, ids. */
  children?: ComponentChildren;
  /** Buttons under the text. */
  actions?: ComponentChildren;
  icon?: string | undefined;
  /** `alert` interrupts a screen reader, `status` waits; neither where it stands on the page from the start. */
  role?: 'alert' | 'status' | undefined;
}

export function Notice({ tone, title, children, actions, icon, role }: NoticeProps) {
  return (
    <div class={joinClasses(styles.notice, styles[tone])} role={role}>
      <Icon shape={icon ?? toneIcons[tone]} class={styles.icon} />
      <div class={styles.text}>
        <div class={styles.title}>{title}</div>
        {children && <div class={styles.rest}>{children}</div>}
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
