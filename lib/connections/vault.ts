import { AppError } from '@/lib/errors/app-error';
import { createTurns } from './turns';
import { newDataKey, randomText } from './vault-cipher';
import { isOutdated, type ProtectionParts, unwrapDataKey, wrapDataKey } from './vault-protection';
import type { SecretField, VaultMode } from './vault-record';
import { openSecrets, replaceSecrets, type Secret, sealSecretsAnew } from './vault-secrets';
import {
  forgetSessionKey,
  forgetVault,
  readSessionKey,
  readVault,
  readWholeVault,
  type VaultAreas,
  writeSessionKey,
  writeVault,
} from './vault-store';

/** OWASP's figure for PBKDF2 with SHA-256. A vault made with fewer is wrapped anew when it is next unlocked. */
const presentRounds = 600_000;

export interface VaultParts extends VaultAreas, Omit<ProtectionParts, 'rounds'> {
  rounds?: number | undefined;
}

export interface VaultState {
  state: 'absent' | 'locked' | 'unlocked';
  mode?: VaultMode | undefined;
}

/**
 * Keeps the connections' secrets encrypted under one random data key. What changes it is done in turn, and by a single
 * write: whenever the worker is killed, what is left is the vault before or the vault after.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /** Leaves it unlocked. Throws `conflict` (`vault-exists`), `invalid-input` (`passphrase-too-short`, `too-long`). */
  create(mode: VaultMode, passphrase?: string): Promise<void>;
  /** In device mode without a passphrase. Throws `invalid-input` (`wrong-passphrase`), `locked` (`no-vault`, `vault-damaged`, `device-key-gone`). */
  unlock(passphrase?: string): Promise<void>;
  lock(): Promise<void>;
  /** New passphrase or mode, and a new data key. Needs the current passphrase where there is one; leaves it unlocked. */
  change(to: { mode: VaultMode; current?: string | undefined; passphrase?: string | undefined }): Promise<void>;
  /** Forgets every secret, without asking for anything. */
  reset(): Promise<void>;
  putSecret(connectionId: string, field: SecretField, text: string): Promise<void>;
  /**
   * All or none; an empty text removes. `alongside` are items of `storage.local` that are to change in the same stroke.
   * Throws `locked` (`no-vault`, `vault-damaged` or no reason) unless there is nothing to encrypt.
   */
  putSecrets(secrets: readonly Secret[], alongside?: Record<string, unknown>): Promise<void>;
  /** For one use. Throws `locked`; `sign-in-again` (`secret-damaged`, path: the field) for what no longer opens. */
  readSecrets(connectionId: string): Promise<Partial<Record<SecretField, string>>>;
  deleteSecrets(connectionId: string): Promise<void>;
  /** Needs no unlocking. */
  hasSecrets(connectionId: string): Promise<Record<SecretField, boolean>>;
}

export function createVault(parts: VaultParts): Vault {
  const { crypto, deviceKeys } = parts;
  const rounds = parts.rounds ?? presentRounds;
  const protection: ProtectionParts = { crypto, deviceKeys, rounds };
  const inTurn = createTurns();

  async function state(): Promise<VaultState> {
    const record = await readVault(parts);
    if (record === 'absent') return { state: 'absent' };
    // Locked and without a mode: it can only be reset, which a screen offers to people who cannot unlock.
    if (record === 'damaged') return { state: 'locked' };
    const isUnlocked = (await readSessionKey(parts, record.keyId)) !== undefined;
    return { state: isUnlocked ? 'unlocked' : 'locked', mode: record.protection.mode };
  }

  async function create(mode: VaultMode, passphrase?: string): Promise<void> {
    if ((await readVault(parts)) !== 'absent') throw new AppError('conflict', { reason: 'vault-exists' });
    const bytes = newDataKey(crypto);
    const wrapped = await wrapDataKey(protection, bytes, randomText(crypto, 12), { mode, passphrase });
    await writeVault(parts, { version: 1, ...wrapped, secrets: [] });
    await writeSessionKey(parts, wrapped.keyId, bytes);
    await forgetOtherDeviceKeys(wrapped.protection);
  }

  async function unlock(passphrase?: string): Promise<void> {
    const record = await readWholeVault(parts);
    const bytes = await unwrapDataKey(protection, record, passphrase);
    await writeSessionKey(parts, record.keyId, bytes);
    if (!isOutdated(record.protection, rounds)) return;
    try {
      const wrapped = await wrapDataKey(protection, bytes, record.keyId, { mode: 'passphrase', passphrase });
      await writeVault(parts, { ...record, ...wrapped });
    } catch {
      // Unlocked all the same, with the wrapping as it was: the next unlocking tries again.
    }
  }

  async function change(to: Parameters<Vault['change']>[0]): Promise<void> {
    const record = await readWholeVault(parts);
    const before = await unwrapDataKey(protection, record, to.current);
    const after = newDataKey(crypto);
    const wrapped = await wrapDataKey(protection, after, randomText(crypto, 12), to);
    const secrets = await sealSecretsAnew(crypto, record.secrets, before, after);
    await writeVault(parts, { version: 1, ...wrapped, secrets });
    await writeSessionKey(parts, wrapped.keyId, after);
    await forgetOtherDeviceKeys(wrapped.protection);
  }

  async function reset(): Promise<void> {
    await forgetSessionKey(parts);
    await forgetVault(parts);
    await deviceKeys.keepOnly();
  }

  async function putSecrets(secrets: readonly Secret[], alongside: Record<string, unknown> = {}): Promise<void> {
    const removesOnly = secrets.every(({ text }) => text === '');
    const stored = await readVault(parts);
    if (removesOnly && typeof stored === 'string') {
      await parts.local.set(alongside);
      return;
    }
    const record = await readWholeVault(parts);
    const bytes = await readSessionKey(parts, record.keyId);
    if (!bytes && !removesOnly) throw new AppError('locked');
    await writeVault(
      parts,
      { ...record, secrets: await replaceSecrets(crypto, record.secrets, secrets, bytes) },
      alongside,
    );
  }

  async function readSecrets(connectionId: string): Promise<Partial<Record<SecretField, string>>> {
    const record = await readWholeVault(parts);
    const bytes = await readSessionKey(parts, record.keyId);
    if (!bytes) throw new AppError('locked');
    return openSecrets(crypto, record.secrets, connectionId, bytes);
  }

  async function hasSecrets(connectionId: string): Promise<Record<SecretField, boolean>> {
    const record = await readVault(parts);
    const secrets = typeof record === 'string' ? [] : record.secrets;
    const has = (field: SecretField) =>
      secrets.some((secret) => secret.connectionId === connectionId && secret.field === field);
    return { appSecret: has('appSecret'), session: has('session'), token: has('token') };
  }

  /** What a killed change left behind goes with it. */
  async function forgetOtherDeviceKeys(present: { mode: VaultMode; deviceKeyId?: string }): Promise<void> {
    await deviceKeys.keepOnly(present.deviceKeyId);
  }

  return {
    state,
    hasSecrets,
    create: (mode, passphrase) => inTurn(() => create(mode, passphrase)),
    unlock: (passphrase) => inTurn(() => unlock(passphrase)),
    lock: () => inTurn(() => forgetSessionKey(parts)),
    change: (to) => inTurn(() => change(to)),
    reset: () => inTurn(reset),
    putSecret: (connectionId, field, text) => inTurn(() => putSecrets([{ connectionId, field, text }])),
    putSecrets: (secrets, alongside) => inTurn(() => putSecrets(secrets, alongside)),
    readSecrets: (connectionId) => inTurn(() => readSecrets(connectionId)),
    deleteSecrets: (connectionId) =>
      inTurn(() =>
        putSecrets([
          { connectionId, field: 'appSecret', text: '' },
          { connectionId, field: 'session', text: '' },
          { connectionId, field: 'token', text: '' },
        ]),
      ),
  };
}
