import styles from './icon.module.css';
import { joinClasses } from './join-classes';

export interface IconProps {
  /** An outline of `icons.ts`. */
  shape: string;
  size?: 12 | 14 | 16 | 20 | 24 | undefined;
  spinning?: boolean | undefined;
  class?: string | undefined;
}

/** Always decoration: the word beside it, or the control's label, carries the meaning. */
export function Icon({ shape, size = 16, spinning = false, class: className }: IconProps) {
  return (
    <svg
      class={joinClasses(styles.icon, spinning && styles.spinning, className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={shape} />
    </svg>
  );
}
