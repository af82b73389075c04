import type { Settings } from './settings';
import type { FileConnection, SettingsFile } from './settings-file-schema';

/**
 * The settings in the file's shape. Named member by member, so that nothing else can ever get into a file: secrets are
 * not among them, and there is no way to ask for them.
 */
export function toSettingsFile({
  connections,
  operator,
  defaults,
  sites,
  preferences,
  policy,
}: Settings): SettingsFile {
  return {
    version: 1,
    connections: connections.map(toFileConnection),
    operator,
    defaults,
    sites,
    preferences,
    policy,
  };
}

function toFileConnection(connection: Settings['connections'][number]): FileConnection {
  const { id, platform, name } = connection;
  const pace = connection.pace && { pace: connection.pace };
  if (platform === 'ikcrm') return { id, platform, name, baseUrl: connection.baseUrl, ...pace };
  const { endpoint, appKey, signMethod } = connection;
  return { id, platform, name, endpoint, appKey, signMethod, ...pace };
}

/** The settings file's text, which `parseSettingsFile` reads. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify(toSettingsFile(settings), null, 2)}\n`;
}
