import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import { chevronRight } from './icons';
import styles from './list.module.css';

/** Rows under hairlines. */
export function List({ label, children }: { label?: string | undefined; children: ComponentChildren }) {
  return (
    <ul class={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  title: ComponentChildren;
  /** The small line under the title. */
  note?: ComponentChildren;
  /** A state or buttons at the row's end. */
  end?: ComponentChildren;
  /** Under the text, over the full width: a progress bar. */
  below?: ComponentChildren;
  /** Where the row leads; its title is then a link whose press area is the whole row. */
  href?: string | undefined;
}

export function ListRow({ title, note, end, below, href }: ListRowProps) {
  return (
    <li class={styles.row}>
      <div class={styles.text}>
        <div class={styles.title} title={typeof title === 'string' ? title : undefined}>
          {href === undefined ? (
            title
          ) : (
            <a href={href} class={styles.link}>
              {title}
            </a>
          )}
        </div>
        {note && <div class={styles.note}>{note}</div>}
      </div>
      {end && <div class={styles.end}>{end}</div>}
      {href !== undefined && <Icon shape={chevronRight} size={14} class={styles.chevron} />}
      {below && <div class={styles.below}>{below}</div>}
    </li>
  );
}
