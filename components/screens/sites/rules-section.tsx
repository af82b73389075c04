import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { useOnce } from '@/components/app/use-model';
import { ActionNotice } from '@/components/screens/options/action-notice';
import { focusHeading } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FileButton } from '@/components/ui/file-button';
import { IconButton } from '@/components/ui/icon-button';
import { List, ListRow } from '@/components/ui/list';
import { Notice } from '@/components/ui/notice';
import { download, trash } from '@/components/ui/screen-icons';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { Stack } from '@/components/ui/stack';
import { language, messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { createRulesModel, type RulesModel } from './rules-model';
import styles from './sites-screen.module.css';

/** How pages are read: the rules in the order in which they are tried, in and out as files. */
export function RulesSection({ app }: { app: App }) {
  const model = useOnce(() => createRulesModel(app));
  const { sites: words } = settingsMessages.value;
  const rules = model.rules.value;
  useEffect(() => void model.load().catch(() => undefined), [model]);
  return (
    <Section title={words.rules}>
      <Stack>
        <div class={styles.soft}>{words.rulesNote}</div>
        {rules ? <Rules model={model} rules={rules} /> : <Skeleton label={messages.value.words.loading} lines={3} />}
        <ActionNotice action={model.exporting} done={words.exported} />
        {!model.isManaged.value && <Import model={model} />}
      </Stack>
      <ReplaceDialog model={model} />
      <RemoveDialog model={model} />
    </Section>
  );
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(language.value).format(names);
}

function Rules({ model, rules }: { model: RulesModel; rules: NonNullable<RulesModel['rules']['value']> }) {
  const { sites: words } = settingsMessages.value;
  const builtInNames: Partial<Record<string, string>> = words.builtInNames;
  return (
    <List label={words.rules}>
      {rules.map(({ id, name: written, match, isBuiltIn }) => {
        const name = (isBuiltIn ? builtInNames[id] : undefined) ?? written;
        return (
          <ListRow
            key={id}
            title={name}
            note={[isBuiltIn ? words.builtIn : id, match.join(' ')].join(' · ')}
            end={
              <>
                <IconButton icon={download} label={words.exportOf(name)} onClick={() => void model.exportRule(id)} />
                {!isBuiltIn && !model.isManaged.value && (
                  <IconButton icon={trash} label={words.removeRuleOf(name)} onClick={() => model.askToRemove(id)} />
                )}
              </>
            }
          />
        );
      })}
    </List>
  );
}

function Import({ model }: { model: RulesModel }) {
  const { sites: words } = settingsMessages.value;
  const imported = model.imported.value;
  const path = model.importing.error.value?.detail.path;
  return (
    <>
      <Stack along="row">
        <FileButton label={words.importRule} onFile={(file) => void model.importFile(file)} />
      </Stack>
      <ActionNotice action={model.importing}>
        {path && (
          <div>
            {settingsMessages.value.data.problemAt} <code>{path}</code>
          </div>
        )}
      </ActionNotice>
      {imported && <Notice tone="ok" role="status" title={words.imported(listed(imported))} />}
    </>
  );
}

function ReplaceDialog({ model }: { model: RulesModel }) {
  const { sites: words } = settingsMessages.value;
  const ids = model.replacing.value;
  if (!ids) return null;
  return (
    <Dialog
      id="replace-rule"
      title={words.replaceRules(ids.length)}
      onCancel={() => model.keepOld()}
      actions={
        <>
          <Button kind="ghost" onClick={() => model.keepOld()}>
            {messages.value.words.cancel}
          </Button>
          <Button kind="primary" onClick={() => void model.replace()}>
            {words.replace}
          </Button>
        </>
      }
    >
      <div>
        <code class={styles.ids}>{ids.join(' ')}</code>
      </div>
      <div>{words.replaceNote}</div>
    </Dialog>
  );
}

function RemoveDialog({ model }: { model: RulesModel }) {
  const { sites: words } = settingsMessages.value;
  const rule = model.removing.value;
  if (!rule) return null;
  const cancel = () => model.askToRemove(undefined);
  return (
    <Dialog
      id="remove-rule"
      title={words.removeRuleConfirm(rule.name)}
      onCancel={cancel}
      actions={
        <>
          <Button kind="ghost" onClick={cancel}>
            {messages.value.words.cancel}
          </Button>
          <Button
            kind="danger"
            busy={model.removal.isBusy.value}
            onClick={() => void model.remove().then((isRemoved) => isRemoved && focusHeading())}
          >
            {words.removeRuleOf(rule.name)}
          </Button>
        </>
      }
    >
      <div>{words.removeRuleNote}</div>
      <ActionNotice action={model.removal} />
    </Dialog>
  );
}
