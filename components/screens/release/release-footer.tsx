import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { FooterBar } from '@/components/ui/footer-bar';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { ReleaseModel } from './release-model';

/** The form's end: what it leads to, and the button named by what it does. */
export function ReleaseFooter({ model, formId }: { model: ReleaseModel; formId: string }) {
  const { words } = messages.value;
  const { release, fields } = screenMessages.value;
  const issues = model.form.shownIssues.value;
  // What is no id is no name either, and may be of any length.
  const id = model.form.isFaulty('opportunity_id') ? '' : model.form.fields.opportunity_id.value.trim();
  return (
    <FooterBar hint={issues > 0 ? fields.issueCount(issues) : release.cannotUndo}>
      <Button kind="ghost" onClick={() => goTo({ screen: 'opportunity' })}>
        {words.cancel}
      </Button>
      <Button
        type="submit"
        form={formId}
        kind="danger"
        busy={model.submitting.isBusy.value}
        disabled={model.connectionId.value === undefined}
      >
        {release.submit(id).trim()}
      </Button>
    </FooterBar>
  );
}
