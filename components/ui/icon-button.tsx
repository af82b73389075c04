import type { ComponentProps } from 'preact';
import { Icon } from './icon';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'icon' | 'children'> {
  /** Its name, also shown on hover. */
  label: string;
  icon: string;
}

export function IconButton({ label, icon, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} class={styles.button} aria-label={label} title={label}>
      <Icon shape={icon} />
    </button>
  );
}
