import type { Owner } from './names.ts';

/** One opportunity as the CRM stores it. Dates are `yyyy-MM-dd`, times `yyyy-MM-dd HH:mm:ss`, both China's. */
export type Opportunity = {
  id: string;
  title: string;
  customer: { id: string; name: string };
  contact: string;
  phone: string;
  territory: string;
  owner: Owner;
  stage: string;
  amount: string;
  signDate: string;
  source: string;
  kind: string;
  note: string;
  createdAt: string;
  lastFollowUpDate: string;
  release?: { requestId: string; operatorId: string; operatorName: string; memo: string; releasedAt: string };
};
