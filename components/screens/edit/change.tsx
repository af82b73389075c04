import type { ComponentChildren } from 'preact';
import { Description, DescriptionList } from '@/components/ui/description-list';
import styles from './edit.module.css';
import { fieldLabel, type Knowledge } from './show-value';

interface Props {
  /** The field's name. */
  term: string;
  knowledge: Knowledge | undefined;
  /** Absent where it stayed what it is. */
  from?: string | undefined;
  to: string;
  /** What more there is to say of it. */
  children?: ComponentChildren;
  /** In a list of its own. */
  list?: boolean;
}

/** One field: what it held, and what it holds or is to hold. */
export function Change({ term, knowledge, from, to, children, list }: Props) {
  const change = (
    <Description term={fieldLabel(term, knowledge)}>
      {from !== undefined && <del class={styles.was}>{from}</del>}
      <ins class={styles.will}>{to}</ins>
      {children}
    </Description>
  );
  return list ? <DescriptionList>{change}</DescriptionList> : change;
}
