import type { ComponentChildren } from 'preact';
import styles from './tabs.module.css';

export interface Tab {
  /** Where it leads, such as `#/jobs`. */
  href: string;
  label: string;
  /** Shown after the label when above zero, with its meaning for those who hear it. */
  count?: { value: number; meaning: string } | undefined;
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** The `href` of the screen that is shown. */
  current: string;
  /** Icon buttons at the end of the bar. */
  children?: ComponentChildren;
}

/** Navigation between screens: links, so that it works by keyboard, in a new tab and through history. */
export function Tabs({ label, tabs, current, children }: TabsProps) {
  return (
    <div class={styles.bar}>
      <nav class={styles.tabs} aria-label={label}>
        {tabs.map((tab) => (
          <a
            key={tab.href}
            ref={tab.href === current ? bringIntoView : null}
            href={tab.href}
            class={styles.tab}
            aria-current={tab.href === current ? 'page' : undefined}
          >
            {tab.label}
            {tab.count !== undefined && tab.count.value > 0 && (
              <span class={styles.count} role="img" aria-label={tab.count.meaning} title={tab.count.meaning}>
                {tab.count.value}
              </span>
            )}
          </a>
        ))}
      </nav>
      {children && <div class={styles.end}>{children}</div>}
    </div>
  );
}

/** A narrow panel does not show all tabs at once. */
function bringIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
