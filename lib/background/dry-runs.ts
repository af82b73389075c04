import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { StorageArea } from '@/lib/connections/storage-area';
import { AppError } from '@/lib/errors/app-error';
import { canonicalJson } from '@/lib/json/canonical-json';
import type { Settings } from '@/lib/settings/settings';

/** What a form showed before it sends it, for a policy that asks for that (`requireDryRun`). */
export interface DryRuns {
  note(...shown: object[]): Promise<void>;
  /** Refuses as long as one of these was not shown just so. */
  require(...wanted: object[]): Promise<void>;
}

const item = 'dry-runs';
/** Many times what forms hold at once; an edit is noted field by field. */
const most = 500;

/** For the browser's run, over workers that die. What was shown is kept as digests, since it holds personal data. */
export function createDryRuns(
  session: StorageArea,
  settings: () => Promise<{ policy: Pick<Settings['policy'], 'requireDryRun'> }>,
): DryRuns {
  let last: Promise<unknown> = Promise.resolve();
  const read = async () => {
    const kept = (await session.get(item))[item];
    return Array.isArray(kept) ? kept : [];
  };
  const write = async (shown: readonly string[]) => {
    const others = (await read()).filter((digest) => !shown.includes(digest));
    await session.set({ [item]: [...others, ...shown].slice(-most) });
  };
  const isAsked = async () => (await settings()).policy.requireDryRun;
  return {
    async note(...shown) {
      if (!(await isAsked())) return;
      // One after another, or one would write over what another noted.
      const writing = last.then(() => write(shown.map(digestOf)));
      last = writing.catch(() => undefined);
      await writing;
    },
    async require(...wanted) {
      if (!(await isAsked())) return;
      const shown = new Set(await read());
      if (!wanted.every((one) => shown.has(digestOf(one))))
        throw new AppError('not-allowed', { reason: 'dry-run-required' });
    },
  };
}

function digestOf(shown: object): string {
  return bytesToHex(sha256(new TextEncoder().encode(canonicalJson(shown))));
}
