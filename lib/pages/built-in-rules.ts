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
    phone: [{ from: 'selector', selector: '.value.j-tel' }],
    owner: [{ from: 'selector', selector: '.value.j-user' }],
  },
  list: {
    row: '[data-entity-table-name="opportunities"] tr[data-id]',
    id: [{ from: 'attribute', attribute: 'data-id' }],
    title: [{ from: 'selector', selector: '[data-column="title"]' }],
    customer: [{ from: 'selector', selector: '[data-column="customer"]' }],
    ticked: 'input[type="checkbox"]',
  },
  link: '/opportunities/{id}',
};

/** The partner CRM that comes with the sandbox, on this machine only: a first site to try things on. */
export const partnerCrmRule: SiteRule = {
  id: 'partner-crm-sandbox',
  name: '伙伴CRM（沙箱）',
  match: ['http://127.0.0.1/crm/*', 'http://localhost/crm/*', 'http://*.localhost/crm/*'],
  opportunity: {
    id: [
      { from: 'path', after: ['opportunities'] },
      { from: 'selector', selector: 'dd[data-field="id"]' },
    ],
    title: [{ from: 'selector', selector: '[data-field="title"]' }],
    customer: [{ from: 'selector', selector: '[data-field="customer"]' }],
    stage: [{ from: 'selector', selector: '[data-field="stage"]' }],
    territory: [{ from: 'selector', selector: '[data-field="territory"]' }],
    phone: [{ from: 'selector', selector: '[data-field="phone"]' }],
    owner: [{ from: 'selector', selector: '[data-field="owner"]' }],
  },
  list: {
    row: 'tr[data-opportunity-id]',
    id: [{ from: 'attribute', attribute: 'data-opportunity-id' }],
    title: [{ from: 'selector', selector: 'td:nth-child(3)' }],
    customer: [{ from: 'selector', selector: 'td:nth-child(4)' }],
    ticked: 'input[type="checkbox"]',
  },
  link: '/crm/opportunities/{id}',
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
    phone: [
      {
        from: 'label',
        labels: ['手机', '手机号', '手机号码', '联系电话', '电话', 'Mobile', 'Mobile phone', 'Phone', 'Phone number'],
      },
    ],
    email: [{ from: 'label', labels: ['邮箱', '电子邮箱', '电子邮件', 'Email', 'E-mail', 'Email address'] }],
    owner: [
      {
        from: 'label',
        labels: ['负责人', '商机负责人', '所有者', '跟进人', 'Owner', 'Opportunity owner', 'Assigned to'],
      },
    ],
  },
};

/** In the order in which they are tried, after a person's own. */
export const builtInRules: readonly SiteRule[] = [restCrmRule, partnerCrmRule, genericRule];

/**
 * Where the context menu offers the release on a page or link. Match patterns cannot see a fragment, so the hosts whose pages may
 * route there are named whole, and the worker says so when `opportunityIdFromUrl` finds nothing; add `<origin>/*` of each site
 * that the user has enabled.
 */
export const opportunityUrlPatterns: readonly string[] = [
  ...restCrmRule.match,
  '*://*/*opportunit*',
  '*://*/*Opportunit*',
  '*://*/*oppId=*',
  '*://*/*opp_id=*',
];
