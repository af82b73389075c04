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
import { addressOf } from './endpoints';

/** One connection: where it leads, under which key, and whether anything is missing to use it. */
export function ConnectionRow({ model, connection }: { model: ConnectionsModel; connection: ConnectionSummary }) {
  const { connections: words } = settingsMessages.value;
  const { id, name } = connection;
  return (
    <ListRow
      title={<strong>{name}</strong>}
      note={
        <>
          {hostOf(addressOf(connection))} ·{' '}
          {connection.platform === 'top' ? (
            <>
              {words.appKey} <IdText>{connection.appKey}</IdText>
            </>
          ) : (
            words.platforms.ikcrm
          )}
        </>
      }
      end={
        <>
          <IconButton icon={pencil} label={`${words.edit} ${name}`} onClick={() => model.edit(id)} />
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
  const { permitted } = connection;
  const has = connection.platform === 'top' ? connection.hasSecret : connection.hasToken;
  return (
    <Stack along="row">
      <Tag tone={has ? 'ok' : 'warn'}>{storedWords(connection)}</Tag>
      <Tag tone={permitted ? 'ok' : 'warn'}>{permitted ? words.permissionGranted : words.permissionMissing}</Tag>
      {!permitted && (
        <Button kind="link" onClick={() => void model.grant(connection)}>
          {words.grant}
        </Button>
      )}
    </Stack>
  );
}

function storedWords(connection: ConnectionSummary): string {
  const { secretsStored } = settingsMessages.value.connections;
  if (connection.platform === 'ikcrm') return connection.hasToken ? secretsStored.token : secretsStored.noToken;
  if (!connection.hasSecret) return secretsStored.none;
  return connection.hasSession ? secretsStored.both : secretsStored.secret;
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
