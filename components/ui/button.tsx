import type { ComponentProps } from 'preact';
import styles from './button.module.css';
import { Icon } from './icon';
import { loaderCircle } from './icons';
import { joinClasses } from './join-classes';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'icon' | 'disabled'> {
  /** `danger` is named by what it does; `link` stands in running text or a notice. */
  kind?: 'primary' | 'plain' | 'danger' | 'ghost' | 'link' | undefined;
  icon?: string | undefined;
  /** Work is under way: shown, announced, and further presses do nothing. Focus stays where it is. */
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Takes the room that its row leaves. */
  wide?: boolean | undefined;
}

export function Button({
  kind = 'plain',
  icon,
  busy = false,
  disabled = false,
  wide = false,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const shape = busy ? loaderCircle : icon;
  return (
    <button
      {...rest}
      type={type}
      class={joinClasses(styles.button, styles[kind], wide && styles.wide)}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onMouseDown={type === 'submit' ? ignorePress : undefined}
      onClick={busy ? ignorePress : onClick}
    >
      {shape && <Icon shape={shape} spinning={busy} />}
      <span>{children}</span>
    </button>
  );
}

// A busy submit button must not submit its form a second time either. And a press on one leaves the focus in its form:
// the field that loses it would show its error, the page would grow, and the button would move away before the click.
function ignorePress(event: Event): void {
  event.preventDefault();
}
