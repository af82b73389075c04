import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '@/lib/bytes/base64';
import { AppError } from '@/lib/errors/app-error';
import type { StorageArea } from './storage-area';
import { type VaultRecord, vaultRecordSchema } from './vault-record';

const vaultItem = 'vault';
const sessionItem = 'vault-key';

const sessionKeySchema = z.object({ keyId: z.string(), key: z.string() });

/** Where the vault and the unlocked key lie. `session` must be open to trusted contexts only, and never reach the disk. */
export interface VaultAreas {
  local: StorageArea;
  session: StorageArea;
}

/** `damaged`: something is stored that is no vault. */
export async function readVault({ local }: VaultAreas): Promise<VaultRecord | 'absent' | 'damaged'> {
  const stored = (await local.get(vaultItem))[vaultItem];
  if (stored === undefined) return 'absent';
  const parsed = vaultRecordSchema.safeParse(stored);
  return parsed.success ? parsed.data : 'damaged';
}

/** Throws `locked`, with reason `no-vault` or `vault-damaged`. */
export async function readWholeVault(areas: VaultAreas): Promise<VaultRecord> {
  const record = await readVault(areas);
  if (record === 'absent') throw new AppError('locked', { reason: 'no-vault' });
  if (record === 'damaged') throw new AppError('locked', { reason: 'vault-damaged' });
  return record;
}

/** What stands in `alongside` is written in the same stroke. */
export async function writeVault(
  { local }: VaultAreas,
  record: VaultRecord,
  alongside: Record<string, unknown> = {},
): Promise<void> {
  await local.set({ ...alongside, [vaultItem]: record });
}

export async function forgetVault({ local }: VaultAreas): Promise<void> {
  await local.remove(vaultItem);
}

/** The unlocked data key, unless it is of another vault than the stored one. */
export async function readSessionKey(
  { session }: VaultAreas,
  keyId: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parsed = sessionKeySchema.safeParse((await session.get(sessionItem))[sessionItem]);
  return parsed.success && parsed.data.keyId === keyId ? fromBase64(parsed.data.key) : undefined;
}

export async function writeSessionKey(
  { session }: VaultAreas,
  keyId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await session.set({ [sessionItem]: { keyId, key: toBase64(bytes) } });
}

export async function forgetSessionKey({ session }: VaultAreas): Promise<void> {
  await session.remove(sessionItem);
}
