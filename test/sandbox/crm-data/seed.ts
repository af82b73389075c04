import { givenNames, kinds, owners, shopBrands, shopPlaces, sources, stages, surnames, territories } from './names.ts';
import type { Opportunity } from './opportunity.ts';
import { createRandom, type Random } from './random.ts';

/** The opportunity that examples, screenshots and end-to-end tests are about. */
const wellKnown: Opportunity = {
  id: '20191214888',
  title: '老王火锅(三里屯店)',
  customer: { id: '3396912', name: '北京老王餐饮管理有限公司' },
  contact: '李杰',
  phone: '13801381465',
  territory: 'keruyun_POS_2019',
  owner: { id: 'kyr13386', name: '王五' },
  stage: '方案/报价',
  amount: '20000.00',
  signDate: '2026-11-19',
  source: '陌生拜访',
  kind: '新签',
  note: '老板关注收银与外卖接单打通,等总部答复。',
  createdAt: '2026-05-12 10:21:33',
  lastFollowUpDate: '2026-08-21',
};

/** An id that no JavaScript number can hold: 2^53 + 1. */
const beyondNumbers: Opportunity = {
  ...wellKnown,
  id: '9007199254740993',
  title: '潮汕砂锅粥(南山店)',
  customer: { id: '9007199254740995', name: '深圳市潮味餐饮有限公司' },
  contact: '欧阳静',
  phone: '13922220007',
  stage: '需求确定',
  amount: '128000.50',
  signDate: '2026-12-31',
  note: '',
};

/** A stage that its tenant has since disabled, and neither source nor kind: options that a record holds and no list offers. */
const holdsDisabledStage = { id: '20191215103', changes: { stage: '暂停跟进', source: '', kind: '' } };

const twoDigits = (value: number) => String(value).padStart(2, '0');

const inventDate = (random: Random, year: number, fromMonth: number, toMonth: number) =>
  `${year}-${twoDigits(random.between(fromMonth, toMonth))}-${twoDigits(random.between(1, 28))}`;

const inventOpportunity = (random: Random, index: number): Opportunity => {
  const brand = random.pick(shopBrands);
  const time = `${twoDigits(random.between(9, 18))}:${twoDigits(random.between(0, 59))}:${twoDigits(random.between(0, 59))}`;
  return {
    id: String(20191215000 + index),
    title: `${brand}(${random.pick(shopPlaces)})`,
    customer: { id: String(3400000 + shopBrands.indexOf(brand)), name: `${brand}餐饮管理有限公司` },
    contact: `${random.pick(surnames)}${random.pick(givenNames)}`,
    phone: `1${random.pick(['38', '39', '50', '59', '86', '77'])}${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
    territory: random.pick(territories),
    owner: random.pick(owners),
    stage: random.pick(stages),
    amount: `${random.between(10, 980) * 100}.00`,
    signDate: inventDate(random, 2026, 9, 12),
    source: random.pick(sources),
    kind: random.pick(kinds),
    note: '',
    createdAt: `${inventDate(random, 2026, 1, 6)} ${time}`,
    lastFollowUpDate: inventDate(random, 2026, 7, 11),
  };
};

/** Deterministic: `20191214888`, `9007199254740993`, then `20191215000`, `20191215001` and so on. */
export const seedOpportunities = (count: number): Opportunity[] => {
  const random = createRandom(20191214);
  const invented = Array.from({ length: Math.max(0, count - 2) }, (_unused, index) => {
    const opportunity = inventOpportunity(random, index);
    return opportunity.id === holdsDisabledStage.id ? { ...opportunity, ...holdsDisabledStage.changes } : opportunity;
  });
  return [structuredClone(wellKnown), structuredClone(beyondNumbers), ...invented].slice(0, count);
};
