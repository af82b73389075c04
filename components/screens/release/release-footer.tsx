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
        {release.submit(model.form.fields.opportunity_id.value.trim())}
      </Button>
    </FooterBar>
  );
}
