import { useSignal } from '@preact/signals';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { FooterBar } from '@/components/ui/footer-bar';
import { IdText } from '@/components/ui/id-text';
import { Page } from '@/components/ui/page';
import { PageHeader } from '@/components/ui/page-header';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { Frame } from './frame';

const reasons = ['老板不接受', '已用竞品', '联系不上', '门店关闭', '重复商机'];

export function ReleasePage() {
  const { words } = messages.value;
  const { fields, release } = screenMessages.value;
  const reason = useSignal('老板不接受');
  const note = useSignal('老板不接受，建议明年再跟');
  return (
    <Page
      surface="panel"
      top={<Frame current="#/opportunity" />}
      footer={
        <FooterBar hint={release.cannotUndo}>
          <Button kind="ghost">{words.cancel}</Button>
          <Button kind="danger">{release.submit('20191214888')}</Button>
        </FooterBar>
      }
    >
      <PageHeader title={release.title} back={{ label: words.back, href: '#/opportunity' }}>
        <IdText>20191214888</IdText> 老王火锅（三里屯店）
      </PageHeader>
      <Chips
        id="reason"
        label={release.reason}
        value={reason.value}
        choices={reasons.map((value) => ({ value, label: value }))}
        onValue={(value) => (reason.value = value)}
      />
      <Field id="note" label={release.reasonNote} mark={words.optional}>
        {(control) => <TextArea {...control} value={note.value} onValue={(value) => (note.value = value)} />}
      </Field>
      <Stack along="pair">
        <Field id="territory" label={release.territory}>
          {(control) => <TextInput {...control} code value="keruyun_POS_2019" onValue={() => undefined} />}
        </Field>
        <Field id="operator" label={release.operator}>
          {(control) => (
            <Select
              {...control}
              value="kyr13386"
              choices={[{ value: 'kyr13386', label: '王五 · kyr13386' }]}
              onValue={() => undefined}
            />
          )}
        </Field>
      </Stack>
      <div>
        <Disclosure summary={release.moreFields}>{fields.hints.ext_info}</Disclosure>
        <Disclosure summary={release.dryRun} open>
          <CodeBlock
            label={release.dryRun}
            head="POST https://eco.taobao.com/router/rest"
            lines={[
              { name: 'method', value: 'alibaba.alsc.crm.sales.opportunity.process.unfollow' },
              { name: 'opportunity_id', value: '20191214888' },
              { name: 'memo', value: note.value },
              { name: 'req_id', value: '01JD8M3R5ZK6WQK7' },
              { name: 'session', value: release.hiddenValue, stoodIn: true },
              { name: 'sign', value: release.signedAtSending, stoodIn: true },
            ]}
          />
          <p>{release.dryRunNote}</p>
        </Disclosure>
      </div>
    </Page>
  );
}
