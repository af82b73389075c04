import { type CardData, createCardData } from './cards/card-data.ts';
import { type CrmData, createCrmData } from './crm-data/crm-data.ts';
import { createImSettings, type ImSettings } from './im-settings/im-settings.ts';
import { createOutreachData, type OutreachData } from './outreach/outreach-data.ts';
import { createRestCrmData, type RestCrmData } from './rest-crm/rest-crm-data.ts';

/** Everything the sandbox knows: replaced whole by a reset. */
export type SandboxData = {
  crm: CrmData;
  outreach: OutreachData;
  imSettings: ImSettings;
  cards: CardData;
  restCrm: RestCrmData;
};

export const createSandboxData = (opportunityCount: number): SandboxData => ({
  crm: createCrmData(opportunityCount),
  outreach: createOutreachData(),
  imSettings: createImSettings(),
  cards: createCardData(),
  restCrm: createRestCrmData(),
});
