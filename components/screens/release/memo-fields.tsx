import type { App } from '@/components/app/app';
import { Chips } from '@/components/ui/chips';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { whenReleased } from '@/components/ui/when-released';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { ReleaseModel } from './release-model';
import { issueText } from './release-text-field';

const noReason = '';

/** A reason to pick and words of one's own; under them the memo as it will be sent. */
export function MemoFields({ app, model }: { app: App; model: ReleaseModel }) {
  const { words } = messages.value;
  const { release } = screenMessages.value;
  const { reason, note, memo } = model.form;
  const isJoined = reason.value !== undefined && note.value.trim() !== '';
  const reasons = app.state.value.defaults.releaseReasons;
  return (
    <>
      {reasons.length > 0 && (
        <Chips
          id="release-reason"
          label={release.reason}
          value={reason.value ?? noReason}
          choices={[...reasons, noReason].map((text) => ({ value: text, label: text || release.reasonNone }))}
          onValue={(picked) => {
            reason.value = picked === noReason ? undefined : picked;
          }}
        />
      )}
      <Field
        id="release-memo"
        label={reasons.length > 0 ? release.reasonNote : release.reason}
        mark={words.optional}
        hint={isJoined ? release.memoPreview(memo.value) : undefined}
        error={issueText(model, 'memo')}
      >
        {(control) => (
          <TextArea
            {...control}
            value={note.value}
            onValue={(text) => {
              note.value = text;
            }}
            onBlur={() => whenReleased(() => model.form.leave('memo'))}
          />
        )}
      </Field>
    </>
  );
}
