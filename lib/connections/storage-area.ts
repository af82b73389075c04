/** What is used of `storage.local` and `storage.session`. One `set` is taken whole or not at all. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}
