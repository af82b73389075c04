/** A sub-account as an answer told of it; what it did not tell is not there. */
export interface ImAccountRecord {
  accountId: string;
  accountType?: string | undefined;
  nickName?: string | undefined;
  inChargeAreaCount?: number | undefined;
  accountEnable?: boolean | undefined;
  chargeAutoDistribute?: boolean | undefined;
}

export interface ImSettingsRecord {
  assignRuleType?: string | undefined;
  customerFirst?: boolean | undefined;
  adminAutoDistribute?: boolean | undefined;
  /** By account id, so that two records with the same content are the same text. */
  accounts: ImAccountRecord[];
  /** The platform has never told who they are; `accounts` is then empty. */
  accountsTold?: false | undefined;
}

export type ImSettingName = 'assignRuleType' | 'customerFirst' | 'adminAutoDistribute';
export type ImAccountMember = Exclude<keyof ImAccountRecord, 'accountId'>;
export type ImValue = string | number | boolean;

/** `stillAt`: the last time it was told, where answers before the change left it out. */
interface ChangedValue {
  from: ImValue;
  to: ImValue;
  stillAt?: number | undefined;
}

/** One difference of two versions; what only one of them tells is none. */
export type ImChangeRecord =
  | ({ kind: 'setting'; name: ImSettingName } & ChangedValue)
  | { kind: 'added'; account: ImAccountRecord }
  | { kind: 'removed'; account: ImAccountRecord }
  | ({
      kind: 'account';
      accountId: string;
      /** What it was called afterwards. */
      nickName?: string | undefined;
      name: ImAccountMember;
    } & ChangedValue);

/** What the last answer left out (the platform leaves out what is null), as it was told before. */
export interface ImGapRecord {
  /** Absent: a setting's, not an account's. */
  accountId?: string | undefined;
  name: ImSettingName | ImAccountMember;
  value: ImValue;
  toldAt: number;
}

/** What is known of one account's settings through one connection. */
export interface ImCacheRecord {
  /** Connection, endpoint, app key and account; see `cacheIdOf`. */
  id: string;
  connection: { id: string; endpoint: string; appKey: string };
  accountId: string;
  settings: ImSettingsRecord;
  gaps?: ImGapRecord[] | undefined;
  /** When the platform last said so. Epoch milliseconds, like every time here. */
  checkedAt: number;
  /** When it was first asked. */
  firstAt: number;
  /** When it was last tried, with or without an answer. */
  triedAt: number;
  /** How many changes were found: the number of the newest. */
  version: number;
}

/** A change that was found: version `number` in place of the one before. */
export interface ImHistoryRecord {
  cacheId: string;
  /** From 1, without gaps. */
  number: number;
  foundAt: number;
  /** The last time it was still as before. */
  stillAt: number;
  changes: ImChangeRecord[];
  /** The whole version before, with what its last answer left out as it was told last. */
  before: ImSettingsRecord;
}
