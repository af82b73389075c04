import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where `npm run build` leaves the extension for Chromium, from the project's folder. */
export const builtExtensionDir = '.output/chrome-mv3';

export type GrantedBuild = { extensionDir: string; remove(): void };

/**
 * A copy of the build that already holds host permissions, for headless browsers, where nobody can answer the native
 * prompt. The real build holds none. `origins` are match patterns without a port, as Chromium wants them:
 * "http://127.0.0.1/*".
 */
export function makeGrantedBuild(origins: readonly string[], extensionDir: string = builtExtensionDir): GrantedBuild {
  const copy = mkdtempSync(join(tmpdir(), 'crm-sidekick-build-'));
  cpSync(extensionDir, copy, { recursive: true });
  const manifestPath = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, host_permissions: origins }));
  return { extensionDir: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
