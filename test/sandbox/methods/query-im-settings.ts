import { queryImSettingsDocument } from '../documents/query-im-settings.ts';
import { writeImSettings, writeUnknownCompany } from '../im-settings/write-im-settings.ts';
import type { TopMethod } from './method.ts';
import { digitsAt } from './read-values.ts';

export const queryImSettings: TopMethod = {
  document: queryImSettingsDocument,
  session: 'required',
  openToEveryApp: false,
  key: () => undefined,
  objects: (values) => [digitsAt(values, 'self_account_id')].filter((id) => id !== ''),
  perform: (values, { data, shape, disturb }) => {
    const company = data.imSettings.get(digitsAt(values, 'self_account_id'));
    return company
      ? { answer: writeImSettings(company, shape, disturb), processed: false }
      : { answer: writeUnknownCompany(shape), refusedAs: { code: 'result-404', subCode: 'account-not-exist' } };
  },
};
