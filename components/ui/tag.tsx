import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import { joinClasses } from './join-classes';
import styles from './tag.module.css';
import { type Tone, toneIcons } from './tone';

export interface TagProps {
  tone: Tone;
  /** The state's word. */
  children: ComponentChildren;
  icon?: string | undefined;
}

/** A state in a list: icon, word and colour together, never colour alone. */
export function Tag({ tone, children, icon }: TagProps) {
  return (
    <span class={joinClasses(styles.tag, styles[tone])}>
      <Icon shape={icon ?? toneIcons[tone]} size={12} />
      <span>{children}</span>
    </span>
  );
}
