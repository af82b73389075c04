import type { ApiDocument } from './document.ts';

/** taobao.time.get, the platform's own clock: no parameters, no session. Connection tests use it. */
export const timeGetDocument: ApiDocument = { method: 'taobao.time.get', parameters: [] };
