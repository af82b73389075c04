import { Description, DescriptionList } from '@/components/ui/description-list';
import { Section } from '@/components/ui/section';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import styles from './bulk.module.css';
import { sampleOf } from './column-field';
import type { ColumnsStepProps } from './columns-step';

/** The fields of an undo, to be looked at: what is put back is what stood there, and no person's to choose. */
export function GivenColumns({ draft, operation }: ColumnsStepProps) {
  const { columns: words } = bulkMessages.value;
  return (
    <Section title={words.fields}>
      <p class={styles.faint}>{words.undoGiven}</p>
      <DescriptionList>
        {draft.import.mapping.map((field, column) => (
          <Description key={field} term={fieldWords(operation, field).label}>
            {sampleOf(draft, column)}
          </Description>
        ))}
      </DescriptionList>
    </Section>
  );
}
