import { Fragment } from 'preact';
import styles from './code-block.module.css';

export interface CodeLine {
  name: string;
  value: string;
  /** Not the value itself but a word about it, such as “hidden”. */
  stoodIn?: boolean | undefined;
}

export interface CodeBlockProps {
  label: string;
  /** The first line, such as `POST https://…`. */
  head?: string | undefined;
  lines: readonly CodeLine[];
}

/** Names and exact values, as they are sent. */
export function CodeBlock({ label, head, lines }: CodeBlockProps) {
  return (
    <section class={styles.block} aria-label={label}>
      {head && <div class={styles.head}>{head}</div>}
      <dl>
        {lines.map((line) => (
          <div key={line.name} class={styles.line}>
            <dt>{breakable(line.name)}</dt>
            <dd class={line.stoodIn ? styles.stoodIn : undefined}>{breakable(line.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

// Names, method names and addresses break after a dot, a slash or an underscore rather than anywhere. Copied text stays as it is.
function breakable(value: string) {
  return value.split(/(?<=[./_&])/).map((part, index) => (
    <Fragment key={`${index} ${part}`}>
      {part}
      <wbr />
    </Fragment>
  ));
}
