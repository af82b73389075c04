import { beforeAll, describe, expect, it } from 'vitest';
import { bulkWords as en } from '@/assets/messages/en/bulk';
import { bulkWords as zhCn } from '@/assets/messages/zh-cn/bulk';
import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { guessMapping } from './column-names';
import { resultHeaders } from './own-columns';

beforeAll(() => bulkCatalogue.load());

describe('the columns of a result file of ours', () => {
  it('are those of the catalogues', () => {
    const of = ({ job }: typeof zhCn) => [...Object.values(job.resultColumns), job.subjectColumn('biz_id')];
    expect(resultHeaders).toEqual([zhCn, en].map(of));
  });

  it.each(resultHeaders)('are none to be sent, such as %s and %s', (...own) => {
    for (const operation of ['release-opportunity', 'update-opportunity', 'submit-outreach', 'sell-cards'] as const) {
      const table = ['商机ID', '卡号', '手机号'];
      expect(
        guessMapping(operation, [...table, ...own], true)
          .slice(3)
          .join(''),
      ).toBe('');
      expect(
        guessMapping(operation, [...table, ...own, ...own.slice(0, 2)], true)
          .slice(3)
          .join(''),
      ).toBe('');
    }
  });

  it('leave a column of the same name that the table had', () => {
    const header = ['商机ID', '原因', ...resultHeaders[0]];
    expect(guessMapping('release-opportunity', header, true).slice(0, 3)).toEqual(['opportunity_id', 'memo', '']);
  });
});
