import type { PointOrder } from './pointed';

/** What the worker asks of the page in which somebody points. The envelope is that of the message contracts. */
export type PointRequest =
  | { contract: 'page'; call: 'page.point'; input: PointOrder }
  | { contract: 'page'; call: 'page.pointed' | 'page.unpoint'; input: Record<string, never> };

export function isPointRequest(message: unknown): message is PointRequest {
  const { contract, call, input } = Object(message) as Partial<Record<keyof PointRequest, unknown>>;
  return (
    contract === 'page' &&
    (call === 'page.point' || call === 'page.pointed' || call === 'page.unpoint') &&
    typeof input === 'object' &&
    input !== null
  );
}

/** Told when there is something new to ask for: what it is, the worker asks. */
export const pointedNews = { contract: 'page', call: 'page.pointed', input: {} } as const;
