import type { ComponentChildren } from 'preact';
import { PageHeader } from '@/components/ui/page-header';
import styles from './section-page.module.css';

export interface SectionPageProps {
  title: string;
  explain?: string | undefined;
  action?: ComponentChildren;
  children: ComponentChildren;
  /** A `FooterBar`. */
  footer?: ComponentChildren;
}

/** One section of the options page: its title, its content, and its actions at the bottom edge. */
export function SectionPage({ title, explain, action, children, footer }: SectionPageProps) {
  return (
    <div class={styles.page}>
      <main class={styles.main}>
        <PageHeader title={title} action={action}>
          {explain}
        </PageHeader>
        {children}
      </main>
      {footer}
    </div>
  );
}
