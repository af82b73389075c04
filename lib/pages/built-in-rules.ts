import type { SiteRule } from './site-rule';

const segments = ['opportunities', 'opportunity'];

/**
 * The REST CRM's hosts (励销云, 爱客CRM). The id stands in the address, `/opportunities/<id>` as path or fragment; the selectors are
 * those of its classic markup and a bonus that may vanish.
 */
export const restCrmRule: SiteRule = {
  id: 'rest-crm',
  name: '励销云 / 爱客CRM',
  match: [
    'https://lxcrm.weiwenjia.com/*',
    'https://e.lixiaocrm.com/*',
    'https://dingtalk.e.ikcrm.com/*',
    'https://e.ikcrm.com/*',
  ],
  opportunity: {
    id: [
      { from: 'path', after: ['opportunities'] },
      { from: 'hash', after: ['opportunities'] },
    ],
    title: [{ from: 'selector', selector: '.value.j-title' }, { from: 'heading' }],
    customer: [
      { from: 'selector', selector: '.value.j-customer_id' },
      { from: 'selector', selector: '.value.j-customer' },
      { from: 'selector', selector: '.value a[href*="/customers/"]' },
    ],
    stage: [{ from: 'selector', selector: '.value.j-stage' }],
  },
};

/**
 * Any page. A label that names the id counts before a selection, which may be any number; both count only where the address says
 * nothing.
 */
export const genericRule: SiteRule = {
  id: 'generic',
  name: '通用规则',
  match: ['*://*/*'],
  opportunity: {
    id: [
      { from: 'path', after: segments },
      { from: 'hash', after: segments },
      { from: 'query', names: ['opportunityId', 'oppId'] },
      { from: 'query', names: ['id'], under: segments },
      {
        from: 'label',
        labels: ['商机ID', '商机编号', '商机编码', '商机号', 'Opportunity ID', 'Opportunity No.', 'Opportunity number'],
      },
      { from: 'selection' },
    ],
    title: [
      { from: 'label', labels: ['商机名称', '商机标题', 'Opportunity name', 'Opportunity title'] },
      { from: 'heading' },
    ],
    customer: [
      {
        from: 'label',
        labels: [
          '客户名称',
          '客户',
          '对应客户',
          '门店名称',
          '商户名称',
          'Customer',
          'Customer name',
          'Account',
          'Account name',
        ],
      },
    ],
    stage: [{ from: 'label', labels: ['商机阶段', '销售阶段', '当前阶段', '阶段', 'Stage', 'Sales stage'] }],
    territory: [{ from: 'label', labels: ['领地code', '领地编码', '领地代码', '领地', 'Territory code', 'Territory'] }],
  },
};

/** In the order in which they are tried. */
export const builtInRules: readonly SiteRule[] = [restCrmRule, genericRule];
