import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import { createPageMovedModel } from './page-moved-model';
import { pressedOn } from './pressed-on';

export interface PageMovedProps {
  app: App;
  /** The form, and what it is about. */
  formId: string;
  screen: 'release' | 'edit';
  opportunityId: string;
}

/** Says that the page went on to another opportunity than the form's, and asks before the form is submitted all the same. */
export function PageMoved({ app, formId, screen, opportunityId }: PageMovedProps) {
  const model = useStarted(() => createPageMovedModel(app, opportunityId));
  const isAsking = useSignal(false);
  useEffect(() => {
    const hold = (event: Event) => {
      if ((event.target as Element).id !== formId || !model.mustAsk()) return;
      event.preventDefault();
      event.stopPropagation();
      isAsking.value = true;
    };
    // Before the form's own listener.
    document.addEventListener('submit', hold, { capture: true });
    return () => document.removeEventListener('submit', hold, { capture: true });
  }, [model, formId, isAsking]);
  const other = model.other.value;
  if (!other) return null;
  const { pageMoved } = screenMessages.value;
  const { context, origin, operations } = other;
  const title = context.title === undefined ? context.opportunityId : maskWhereFound(context.title);
  // The same number on another site: the host tells the two apart.
  const name = context.opportunityId === opportunityId && origin ? `${title} · ${new URL(origin).host}` : title;
  const toOther = () => {
    pressedOn.value = { opportunityId: context.opportunityId, origin, operations };
    goTo({ screen, opportunityId: context.opportunityId });
  };
  const toOtherButton = (
    <Button kind="link" onClick={toOther}>
      {pageMoved.toOther}
    </Button>
  );
  const goOn = () => {
    model.confirm();
    isAsking.value = false;
    document.querySelector<HTMLFormElement>(`#${formId}`)?.requestSubmit();
  };
  return (
    <>
      <Notice tone="warn" title={pageMoved.moved(name)} role="status" actions={toOtherButton}>
        {pageMoved.stays(opportunityId)}
      </Notice>
      {isAsking.value && (
        <Dialog
          id="page-moved"
          title={pageMoved.ask(opportunityId)}
          onCancel={() => {
            isAsking.value = false;
          }}
          actions={
            <>
              <Button
                kind="ghost"
                onClick={() => {
                  isAsking.value = false;
                }}
              >
                {messages.value.words.cancel}
              </Button>
              <Button onClick={toOther}>{pageMoved.toOther}</Button>
              <Button kind="primary" onClick={goOn}>
                {pageMoved.goOn(opportunityId)}
              </Button>
            </>
          }
        >
          {pageMoved.moved(name)}
        </Dialog>
      )}
    </>
  );
}
