import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtensionDir } from './granted-build.ts';

/** A copy of the build that may notify already: headless, nobody can answer the native prompt. */
export function makeNotifyingBuild(): string {
  const copy = mkdtempSync(join(tmpdir(), 'crm-sidekick-notifying-'));
  cpSync(builtExtensionDir, copy, { recursive: true });
  const manifestPath = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const permissions = [...manifest.permissions, ...manifest.optional_permissions];
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
  return copy;
}
