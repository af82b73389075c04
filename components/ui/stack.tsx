import type { ComponentChildren } from 'preact';
import { joinClasses } from './join-classes';
import styles from './stack.module.css';

export interface StackProps {
  children: ComponentChildren;
  /** `column` for fields under each other, `row` for buttons, `pair` for two fields side by side where there is room. */
  along?: 'column' | 'row' | 'pair' | undefined;
}

/** Even room between things. */
export function Stack({ children, along = 'column' }: StackProps) {
  return <div class={joinClasses(styles.stack, styles[along])}>{children}</div>;
}
