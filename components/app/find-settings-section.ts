import type { ErrorData } from '@/lib/errors/app-error';

/** Sections of the options page where a failure can be put right. */
export type SettingsSection = 'connections' | 'security' | 'sites';

const sections: readonly (readonly [SettingsSection, reasons: readonly string[]])[] = [
  [
    'connections',
    [
      'connection-changed',
      'endpoint-not-allowed',
      'host-permission-missing',
      'host-permission-refused',
      'html',
      'no-connection',
      'not-a-top-gateway',
      'secret-damaged',
      'secret-missing',
      'unknown-app',
      'wrong-secret',
    ],
  ],
  ['security', ['device-key-gone', 'no-vault', 'vault-damaged', 'vault-exists']],
  ['sites', ['site-not-granted']],
];

/** Where in the settings this is put right; undefined where the settings cannot help. */
export function findSettingsSection({ code, detail: { reason = '' } }: ErrorData): SettingsSection | undefined {
  // Whatever is wrong with a session: a new one goes into the connection.
  if (code === 'sign-in-again') return 'connections';
  return sections.find(([, reasons]) => reasons.includes(reason))?.[0];
}
