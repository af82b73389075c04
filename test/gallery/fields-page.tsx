import { useSignal } from '@preact/signals';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Chips } from '@/components/ui/chips';
import { Dialog } from '@/components/ui/dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { PageHeader } from '@/components/ui/page-header';
import { RadioList } from '@/components/ui/radio-list';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';

export function FieldsPage() {
  const { jobs, words } = messages.value;
  const { fields, release } = screenMessages.value;
  const text = useSignal('2019 1214 888');
  const decision = useSignal<keyof typeof screenMessages.value.job.settle.choices | undefined>(undefined);
  const isOn = useSignal(true);
  const isAsking = useSignal(false);
  return (
    <Page surface="panel">
      <PageHeader title="Fields" back={{ label: words.back, href: '#/' }} />
      <Field
        id="opportunity"
        label={fields.labels.opportunity_id}
        hint={fields.hints.opportunity_id}
        error={fields.issues['not-an-id']}
      >
        {(control) => <TextInput {...control} code value={text.value} onValue={(value) => (text.value = value)} />}
      </Field>
      <Field id="passphrase" label="Passphrase" required>
        {(control) => <TextInput {...control} type="password" value="correct horse" onValue={() => undefined} />}
      </Field>
      <Field id="managed" label={fields.labels.territory_code} mark={words.optional}>
        {(control) => <TextInput {...control} readOnly value="keruyun_POS_2019" onValue={() => undefined} />}
      </Field>
      <Field
        id="empty"
        label={fields.labels.out_release_time}
        hint={fields.hints.out_release_time}
        mark={words.optional}
      >
        {(control) => <TextInput {...control} placeholder="2026-11-22 14:05:00" value="" onValue={() => undefined} />}
      </Field>
      <Field
        id="extra"
        label={fields.labels.ext_info}
        hint={fields.hints.ext_info}
        error={fields.issues['not-a-json-object']}
      >
        {(control) => <TextArea {...control} code value={'{"来源":'} onValue={() => undefined} />}
      </Field>
      <Field id="method" label="Signing method">
        {(control) => (
          <Select
            {...control}
            value="hmac-sha256"
            choices={[
              {
                value: 'hmac-sha256',
                label: 'HMAC-SHA256 with a name that is far too long for the narrow panel it stands in',
              },
              { value: 'md5', label: 'MD5' },
            ]}
            onValue={() => undefined}
          />
        )}
      </Field>
      <Chips
        id="theme"
        label="Theme"
        value="system"
        choices={[
          { value: 'system', label: '跟随系统' },
          { value: 'light', label: '浅色' },
          { value: 'dark', label: '深色' },
        ]}
        onValue={() => undefined}
        error={fields.issues.required}
      />
      <Chips
        id="off"
        label="Disabled"
        value="light"
        disabled
        choices={[{ value: 'light', label: '浅色' }]}
        onValue={() => undefined}
      />
      <RadioList
        id="decision"
        label={jobs.rowStates.unknown}
        value={decision.value}
        choices={[
          { value: 'mark-succeeded', ...screenMessages.value.job.settle.choices['mark-succeeded'] },
          { value: 'mark-failed', ...screenMessages.value.job.settle.choices['mark-failed'] },
          {
            value: 'send-again',
            ...screenMessages.value.job.settle.choices['send-again'],
            mark: <Tag tone="warn">req_id</Tag>,
          },
        ]}
        onValue={(value) => (decision.value = value)}
      />
      <Stack>
        <Checkbox
          id="box"
          label="Include secrets"
          note="They stand in the file in clear."
          checked={isOn.value}
          onChecked={(on) => (isOn.value = on)}
        />
        <Checkbox
          id="switch"
          kind="switch"
          label="Recognise by itself"
          checked={isOn.value}
          onChecked={(on) => (isOn.value = on)}
        />
        <Checkbox id="switch-off" kind="switch" label="Off" checked={false} onChecked={() => undefined} />
        <Checkbox id="switch-disabled" kind="switch" label="Managed" checked disabled onChecked={() => undefined} />
      </Stack>
      <Disclosure summary={release.moreFields} open>
        <p>{release.dryRunNote}</p>
      </Disclosure>
      <Stack along="row">
        <Button onClick={() => (isAsking.value = true)}>{words.remove}…</Button>
      </Stack>
      {isAsking.value && (
        <Dialog
          id="ask"
          title="删除「淘宝开放平台」？"
          onCancel={() => (isAsking.value = false)}
          actions={
            <>
              <Button kind="ghost" onClick={() => (isAsking.value = false)}>
                {words.cancel}
              </Button>
              <Button kind="danger" onClick={() => (isAsking.value = false)}>
                {words.remove}
              </Button>
            </>
          }
        >
          密钥会一并清除。未结束的任务将暂停，不会改用其他连接发送。
        </Dialog>
      )}
    </Page>
  );
}
