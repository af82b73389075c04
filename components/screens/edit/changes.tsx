import { CodeBlock } from '@/components/ui/code-block';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { editMessages } from '@/lib/i18n/edit-messages';
import styles from './edit.module.css';
import type { EditModel } from './edit-model';
import { fieldLabel, showValue } from './show-value';

/** What would be changed, before anything is sent. */
export function Changes({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const { changes, before, knowledge } = model.form;
  const known = { knowledge: knowledge.value, records: [before.value] };
  const preview = model.preview.value;
  if (changes.value.length === 0) return null;
  return (
    <Section title={words.changes(changes.value.length)}>
      <DescriptionList>
        {changes.value.map(({ field, from, to }) => (
          <Description key={field} term={fieldLabel(field, knowledge.value)}>
            <div class={styles.was}>{showValue(field, from, known)}</div>
            <div class={styles.will}>{showValue(field, to, known)}</div>
          </Description>
        ))}
      </DescriptionList>
      <Disclosure summary={words.preview} open={model.isPreviewOpen.value} onToggle={(open) => model.openPreview(open)}>
        {preview && (
          <CodeBlock
            label={words.preview}
            head={preview.head}
            lines={[
              ...preview.lines.map(([name, value]) => ({ name, value })),
              { name: 'body', value: pretty(preview.body) },
            ]}
          />
        )}
      </Disclosure>
    </Section>
  );
}

/** Broken after each member; re-indenting by parsing would round the large numbers. */
function pretty(body: string): string {
  return body.replace(/,"/g, ', "');
}
