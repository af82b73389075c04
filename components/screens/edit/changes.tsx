import { CodeBlock } from '@/components/ui/code-block';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { editMessages } from '@/lib/i18n/edit-messages';
import { Change } from './change';
import type { EditModel } from './edit-model';
import { FollowUpText } from './follow-up-text';
import { showValue } from './show-value';

/** What would be changed and written, in its order, before anything is sent. */
export function Changes({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const { changes, before, knowledge } = model.form;
  const followUp = model.followUp.followUp.value;
  const known = { knowledge: knowledge.value, records: [before.value] };
  const isBoth = changes.value.length > 0 && followUp !== undefined;
  if (!model.canSave.value) return null;
  return (
    <>
      {changes.value.length > 0 && (
        <Section title={isBoth ? words.steps.edit : words.changes(changes.value.length)}>
          <DescriptionList>
            {changes.value.map(({ field, from, to }) => (
              <Change
                key={field}
                term={field}
                knowledge={knowledge.value}
                from={showValue(field, from, known)}
                to={showValue(field, to, known)}
              />
            ))}
          </DescriptionList>
        </Section>
      )}
      {followUp && isBoth && (
        <Section title={words.steps.followUp}>
          <FollowUpText isWhole followUp={followUp} {...known} />
        </Section>
      )}
      <Disclosure summary={words.preview} open={model.isPreviewOpen.value} onToggle={(open) => model.openPreview(open)}>
        {model.preview.value?.requests.map(({ head, lines, body }, index, { length }) => (
          <CodeBlock
            key={head}
            label={length === 1 ? words.preview : words.requestNumber(index + 1, length)}
            head={length === 1 ? head : `${index + 1} · ${head}`}
            lines={[...lines.map(([name, value]) => ({ name, value })), { name: 'body', value: pretty(body) }]}
          />
        ))}
      </Disclosure>
    </>
  );
}

/** Broken after each member; re-indenting by parsing would round the large numbers. */
function pretty(body: string): string {
  return body.replace(/,"/g, ', "');
}
