import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless } from '@/lib/json/parse-lossless';
import { normaliseAmount } from './amount';
import { readOpportunity } from './read-opportunity';
import { sampleRecord } from './sample-record';

describe('a record', () => {
  it('is read with ids as text, amounts and dates in our form, and empty told from not known', () => {
    expect(readOpportunity(sampleRecord())).toMatchObject({
      id: '568587',
      values: {
        title: '总部收银系统',
        customer_id: '9007199254740993',
        user_id: '254',
        want_department_id: '395',
        expect_amount: '20000.0',
        get_time: '2025-02-14',
        expect_sign_date: '',
        stage: '3514',
        source: '',
        kind: '',
        customer_requirement: '',
        note: '第一行\r\n第二行',
        text_asset_8b1eeedd: '甲',
      },
      labels: {
        stage: '谈判/合同',
        user_id: '周舟',
        want_department_id: '总经理办公室',
        customer_id: '北京样例软件有限公司',
      },
      isEditable: true,
      approval: { status: 'approved', label: '已通过', isPending: false },
      updatedAt: '2025-06-01 18:00',
      expectFlowAt: '2025-07-01 00:00',
      notRevisitedFor: '930天未跟进',
      signPossibility: '80%',
      customFieldTemplateId: '2465',
      hidden: [],
    });
  });

  it("never takes its customer's owner, department, approval or lock for its own", () => {
    const { user, owned_department, is_editable, approve_status, ...others } = sampleRecord();
    const opportunity = readOpportunity(others);
    expect(opportunity?.values).not.toHaveProperty('user_id');
    expect(opportunity?.values).not.toHaveProperty('want_department_id');
    expect(opportunity).toMatchObject({ isEditable: undefined, approval: undefined });
  });

  it('shows the twin of what is hidden, and nothing of the raw value', () => {
    const opportunity = readOpportunity(sampleRecord({ need_hidden_dispose: true }));
    expect(opportunity?.custom.text_asset_ba76dc).toEqual({ text: '139****2222', isMasked: true });
    expect(opportunity?.values).not.toHaveProperty('text_asset_ba76dc');
    expect(opportunity?.hidden).toEqual(['text_asset_ba76dc']);
    expect(opportunity?.contacts[0]?.phone).toEqual({ text: '138****1465', isMasked: true });
    expect(JSON.stringify(opportunity)).not.toMatch(/13900002222|13800001465/);
  });

  it("hides what the customer's own mark hides, and a number without a twin altogether", () => {
    const contact = { id: 1, name: '李', address: { phone: '13800001465' } };
    const customer = { id: 1, need_hidden_dispose: 'true', contacts: [contact] };
    const opportunity = readOpportunity(sampleRecord({ customer }));
    expect(opportunity?.contacts).toEqual([{ id: '1', name: '李', phone: undefined, tel: undefined }]);
    expect(JSON.stringify(opportunity)).not.toMatch(/13900002222|13800001465/);
  });

  it('never shows a raw value that has a twin, wherever it stands', () => {
    const secret = 'RAW';
    const hide = (keys: readonly string[]) =>
      Object.fromEntries(
        keys.flatMap((key) => [
          [key, secret],
          [`${key}_display`, secret],
          [`${key}_hidden_result`, '*'],
        ]),
      );
    const contacts = [{ id: 1, ...hide(['name']), address: hide(['phone', 'tel']) }];
    const hidden = hide(['title', 'note', 'expect_amount', 'stage', 'text_asset_1', 'source']);
    const customer = { id: 1, contacts, ...hide(['name']) };
    const record = sampleRecord({ need_hidden_dispose: true, ...hidden, customer, user: { id: 2, ...hide(['name']) } });
    const opportunity = readOpportunity(record);
    expect(JSON.stringify(opportunity)).not.toContain(secret);
    expect(opportunity?.labels).toMatchObject({ customer_id: '*', user_id: '*', note: '*' });
    expect(opportunity?.contacts).toEqual([
      { id: '1', name: '*', phone: { text: '*', isMasked: true }, tel: { text: '*', isMasked: true } },
    ]);
  });

  it('shows an own field by its display twin, and keeps a list from being edited as text', () => {
    const list = { text_asset_4a1eb9: ['a', { value: 'b' }] };
    const opportunity = readOpportunity(sampleRecord(list));
    expect(opportunity?.custom).toMatchObject({
      text_asset_8b1eeedd: { text: '甲级', isMasked: false },
      text_asset_4a1eb9: { text: 'a、b', isMasked: false },
    });
    expect(opportunity?.values).not.toHaveProperty('text_asset_4a1eb9');
    expect(readOpportunity(sampleRecord())?.values).not.toHaveProperty('text_asset_4a1eb9');
  });

  it.each([
    [{ approve_status: 'applying' }, true],
    [{ approve_status: 'step1', approve_status_i18n: '待审批' }, true],
    [{ approve_status: 'denied', approve_status_i18n: '已否决' }, false],
  ])('in approval %j is pending: %j', (overrides, isPending) => {
    const record = sampleRecord({ approve_status_i18n: undefined, ...overrides });
    expect(readOpportunity(record)?.approval?.isPending).toBe(isPending);
  });

  it.each([undefined, null, [], {}, '', 0, 'x', [{ id: 1 }], { id: {} }, { id: [] }, { id: null }])(
    'is none in %j',
    (data) => {
      expect(readOpportunity(data)).toBeUndefined();
    },
  );
});

describe('any record', () => {
  const anything = fc.anything({ maxDepth: 2 });
  const keys = Object.keys(sampleRecord()).filter((key) => key !== 'id');

  it('is read without a crash, its values all text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys, '__proto__', 'constructor'), anything), (members) => {
        const opportunity = readOpportunity({ ...sampleRecord(), ...members });
        expect(opportunity?.id).toBe('568587');
        expect(Object.values(opportunity?.values ?? {}).every((value) => typeof value === 'string')).toBe(true);
        // Plain data: it survives a message.
        expect(structuredClone(opportunity)).toEqual(opportunity);
      }),
    );
  });

  it('gives its amount digit by digit, as a number or as a text', () => {
    const decimal = fc
      .tuple(fc.bigInt(0n, 10n ** 25n), fc.stringMatching(/^\d{0,6}$/))
      .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${whole}.${fraction}`));
    fc.assert(
      fc.property(decimal, fc.boolean(), (amount, isText) => {
        const text = `{"id":1,"expect_amount":${isText ? `"${amount}"` : amount}}`;
        const read = readOpportunity(parseLossless(text))?.values.expect_amount ?? '';
        expect(normaliseAmount(read)).toBe(normaliseAmount(amount));
      }),
    );
  });

  it('keeps every digit of its ids', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 30n), (id) => {
        const text = `{"id":${id},"customer":{"id":${id}},"user":{"id":${id}},"stage":${id}}`;
        const opportunity = readOpportunity(parseLossless(text));
        expect(opportunity?.id).toBe(String(id));
        expect(opportunity?.values).toEqual({ customer_id: String(id), user_id: String(id), stage: String(id) });
      }),
    );
  });
});
