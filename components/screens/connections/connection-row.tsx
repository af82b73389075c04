import { focusHeading } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { IdText } from '@/components/ui/id-text';
import { ListRow } from '@/components/ui/list';
import { pencil, trash } from '@/components/ui/screen-icons';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { ConnectionsModel } from './connections-model';

/** One connection: where it leads, under which key, and whether anything is missing to use it. */
export function ConnectionRow({ model, connection }: { model: ConnectionsModel; connection: ConnectionSummary }) {
  const { connections: words } = settingsMessages.value;
  const { id, name, endpoint, appKey } = connection;
  return (
    <ListRow
      title={<strong>{name}</strong>}
      note={
        <>
          {hostOf(endpoint)} · {words.appKey} <IdText>{appKey}</IdText>
        </>
      }
      end={
        <>
          <IconButton
            icon={pencil}
            label={`${words.edit} ${name}`}
            onClick={() => {
              model.edit(id);
              focusHeading();
            }}
          />
          {!model.isManaged.value && (
            <IconButton icon={trash} label={`${words.remove} ${name}`} onClick={() => model.askToRemove(id)} />
          )}
        </>
      }
      below={<ConnectionTags model={model} connection={connection} />}
    />
  );
}

function ConnectionTags({ model, connection }: { model: ConnectionsModel; connection: ConnectionSummary }) {
  const { connections: words } = settingsMessages.value;
  const { hasSecret, hasSession, permitted } = connection;
  const stored = hasSession ? words.secretsStored.both : words.secretsStored.secret;
  return (
    <Stack along="row">
      <Tag tone={hasSecret ? 'ok' : 'warn'}>{hasSecret ? stored : words.secretsStored.none}</Tag>
      <Tag tone={permitted ? 'ok' : 'warn'}>{permitted ? words.permissionGranted : words.permissionMissing}</Tag>
      {!permitted && (
        <Button kind="link" onClick={() => void model.grant(connection)}>
          {words.grant}
        </Button>
      )}
    </Stack>
  );
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
