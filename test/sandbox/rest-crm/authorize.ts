import type { TokenState } from './rest-crm-data.ts';
import { forbidden, type RestRefusal, signedInElsewhere, unauthorized } from './rest-refusal.ts';

export type Authorization = { token: string | undefined; refusal: RestRefusal | undefined };

const exactForm = /^Token token=([^,\s"]+), device=open_api, version_code=9\.9\.9$/;

/** The header's exact form, nothing looser; then what the token is worth. */
export const authorize = (header: string | undefined, tokens: ReadonlyMap<string, TokenState>): Authorization => {
  // Found for the ledger's digest even where the rest of the header is wrong.
  const token = /token="?([^,\s"]+)/.exec(header ?? '')?.[1];
  if (header === undefined) return { token, refusal: unauthorized('缺少 Authorization') };
  if (!exactForm.test(header)) return { token, refusal: unauthorized('Authorization 格式错误') };
  switch (tokens.get(token ?? '')) {
    case 'valid':
      return { token, refusal: undefined };
    case 'signed-elsewhere':
      return { token, refusal: signedInElsewhere };
    case 'forbidden':
      return { token, refusal: forbidden };
    default:
      return { token, refusal: unauthorized('token 无效') };
  }
};
