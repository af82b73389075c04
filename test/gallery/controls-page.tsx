import { Button } from '@/components/ui/button';
import { CountdownRing } from '@/components/ui/countdown-ring';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { lock, plus, settings } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { PageHeader } from '@/components/ui/page-header';
import { ProgressBar } from '@/components/ui/progress-bar';
import { inbox, refresh, trash } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { Toast } from '@/components/ui/toast';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { tellError } from '@/lib/i18n/tell-error';

export function ControlsPage() {
  const { jobs, words, app } = messages.value;
  const { release } = screenMessages.value;
  const failure = tellError({
    code: 'rejected',
    detail: {
      platform: { code: '15', subCode: 'isv.invalid-parameter', message: '非法参数', requestId: '6sfhw47qhop' },
    },
  });
  return (
    <Page surface="panel">
      <PageHeader title="Controls" />
      <Section title="Buttons">
        <Stack along="row">
          <Button kind="primary">{words.save}</Button>
          <Button>{words.edit}</Button>
          <Button kind="danger">{release.submit('20191214888')}</Button>
          <Button kind="ghost">{words.cancel}</Button>
          <Button kind="link">{words.details}</Button>
          <Button icon={plus}>{words.add}</Button>
        </Stack>
        <Stack along="row">
          <Button kind="primary" busy>
            {words.loading}
          </Button>
          <Button busy>{words.loading}</Button>
          <Button kind="primary" disabled>
            {words.save}
          </Button>
          <Button disabled>{words.edit}</Button>
          <IconButton icon={lock} label={app.lockNow} />
          <IconButton icon={settings} label={app.openSettings} aria-pressed="true" />
          <IconButton icon={trash} label={words.remove} disabled />
        </Stack>
        <Button wide kind="danger">
          释放 20191214888201912148882019121488820191214888 的很长很长的一个按钮，文字会换行
        </Button>
      </Section>
      <Section title="Tags">
        <Stack along="row">
          <Tag tone="ok">{jobs.rowStates.succeeded}</Tag>
          <Tag tone="bad">{jobs.rowStates.failed}</Tag>
          <Tag tone="unknown">{jobs.rowStates.unknown}</Tag>
          <Tag tone="warn">{jobs.jobStates.paused}</Tag>
          <Tag tone="info">{jobs.rowStates.sending}</Tag>
          <Tag tone="neutral">{jobs.rowStates.waiting}</Tag>
        </Stack>
      </Section>
      <Section title="Notices">
        <Notice tone="bad" title={failure.title} actions={<Button kind="link">{words.retry}</Button>}>
          <span>{failure.said}</span>
          <span>{failure.next}</span>
        </Notice>
        <Notice tone="unknown" title={release.unknown('20191214888')}>
          {screenMessages.value.job.settle.choices['send-again'].note}
        </Notice>
        <Notice tone="warn" title={release.cannotUndo} />
        <Notice tone="ok" title={release.succeeded('20191214888')}>
          {release.succeededNote}
        </Notice>
        <Notice tone="info" title={release.draftKept} actions={<Button kind="link">{release.clearDraft}</Button>} />
        <Notice tone="neutral" title={jobs.noneOpen} />
      </Section>
      <Section title="Progress">
        <ProgressBar
          label="78 %"
          total={5000}
          segments={[
            { tone: 'ok', amount: 3912 },
            { tone: 'bad', amount: 14 },
            { tone: 'unknown', amount: 3 },
          ]}
        />
        <ProgressBar thin label="100 %" total={3} segments={[{ tone: 'ok', amount: 3 }]} />
        <ProgressBar thin label="0 %" total={3} segments={[]} />
        <Toast
          sign={<CountdownRing secondsLeft={4} secondsTotal={5} />}
          title={release.held(4, '20191214888')}
          note={release.heldNote}
          action={<Button>{release.callOff}</Button>}
        />
        <Skeleton label={words.loading} />
      </Section>
      <EmptyState
        icon={inbox}
        title={screenMessages.value.job.empty}
        action={<Button icon={refresh}>{words.refresh}</Button>}
      >
        {screenMessages.value.job.emptyNext}
      </EmptyState>
    </Page>
  );
}
