import { defaultRestToken, restTokens } from '../accounts.ts';
import type { CrmData } from '../crm-data/crm-data.ts';
import type { Opportunity } from '../crm-data/opportunity.ts';
import type { Json } from '../json.ts';
import { type User, users } from './people.ts';

/** `signed-elsewhere` gets 100401, `invalid` HTTP 401, `forbidden` HTTP 403. */
export type TokenState = 'valid' | 'signed-elsewhere' | 'invalid' | 'forbidden';

/** What this CRM knows of an opportunity beyond what both CRMs' pages show. Times are `yyyy-MM-dd HH:mm`, China's. */
export type RecordDetails = {
  customerRequirement: string;
  getTime: string;
  departmentId: string;
  updatedAt: string;
  isEditable: boolean;
  approveStatus: 'approved' | 'applying' | 'rejected';
  /** Personal data have a `*_hidden_result` twin to be shown in their place. */
  isMasked: boolean;
  /** The user may not even see it. */
  isHidden: boolean;
  /** Fields that a workflow keeps as they are, without a word. */
  lockedFields: string[];
  /** What the server stores in a field's place, whatever it was sent. */
  rewrites: Record<string, string>;
  customValues: Record<string, Json>;
};

export type RevisitLog = { id: string; opportunityId: string; content: string; stage: string; createdAt: string };

export type RestCrmData = {
  tokens: Map<string, TokenState>;
  signIns: number;
  /** When each call of the last seconds came, all users of the enterprise together, epoch ms. */
  callsMs: number[];
  details: Map<string, RecordDetails>;
  revisitLogs: RevisitLog[];
};

export type RestRecord = { opportunity: Opportunity; details: RecordDetails };

/** Opportunities that are each a trap of their own; the page of the REST CRM shows them like any other. */
const traps: Record<string, Partial<RecordDetails>> = {
  '20191215100': { approveStatus: 'applying', isEditable: false },
  '20191215101': { lockedFields: ['expect_amount'] },
  '20191215102': { isMasked: true },
  '20191215104': { isHidden: true },
  '20191215105': { isEditable: false },
  '20191215106': { rewrites: { note: '【系统】备注已归档' } },
};

const newDetails = (opportunity: Opportunity): RecordDetails => ({
  customerRequirement: '',
  getTime: opportunity.createdAt.slice(0, 10),
  departmentId: '396',
  updatedAt: `${opportunity.lastFollowUpDate} 15:40`,
  isEditable: true,
  approveStatus: 'approved',
  isMasked: false,
  isHidden: false,
  lockedFields: [],
  rewrites: {},
  customValues: {
    text_asset_8b1eeedd: '120',
    text_asset_591b5ebb: '1',
    text_asset_4a1eb9: ['11', '12'],
    text_asset_ba76dc: opportunity.phone,
    text_asset_2aadea2a: null,
  },
  ...structuredClone(traps[opportunity.id] ?? {}),
});

export const createRestCrmData = (): RestCrmData => ({
  tokens: new Map([[defaultRestToken, 'valid'], ...restTokens]),
  signIns: 0,
  callsMs: [],
  details: new Map(),
  revisitLogs: [],
});

export const findRecord = (restCrm: RestCrmData, crm: CrmData, id: string): RestRecord | undefined => {
  const opportunity = crm.opportunities.get(id);
  if (!opportunity) return undefined;
  const details = restCrm.details.get(id) ?? newDetails(opportunity);
  restCrm.details.set(id, details);
  return { opportunity, details };
};

export const ownerOf = ({ owner }: Opportunity): User => users.find(({ name }) => name === owner.name) ?? users[0];
