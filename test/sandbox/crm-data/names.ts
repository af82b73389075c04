type Names = readonly [string, ...string[]];

export const surnames: Names = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
  '欧阳',
  '司马',
];
export const givenNames: Names = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀英',
  '桂兰',
  '建国',
  '晓东',
  '雅婷',
  '子轩',
  '浩然',
];

export const shopBrands: Names = [
  '川渝小馆',
  '老街串串',
  '蜀香源',
  '渔家小镇',
  '粤味轩',
  '兰州牛肉面',
  '沙县小吃',
  '张记烧烤',
  '湘里人家',
  '外婆私房菜',
  '小满茶饮',
  '半日闲咖啡',
  '麦香烘焙',
  '胖嫂水饺',
  '陈记砂锅',
  '云上米线',
  '东北铁锅炖',
  '鲜切牛肉火锅',
  '潮汕砂锅粥',
  '西北羊肉馆',
];
export const shopPlaces: Names = [
  '三里屯店',
  '国贸店',
  '望京店',
  '中关村店',
  '五道口店',
  '陆家嘴店',
  '徐家汇店',
  '静安寺店',
  '西湖店',
  '天河城店',
  '春熙路店',
  '解放碑店',
  '新街口店',
  '观前街店',
  '光谷店',
  '五一广场店',
  '钟楼店',
  '中山路店',
  '南山店',
  '回民街店',
];

export const owners: readonly [Owner, ...Owner[]] = [
  { id: 'kyr13386', name: '王五' },
  { id: 'kyr13401', name: '赵敏' },
  { id: 'kyr13577', name: '孙晓东' },
  { id: 'kyr13620', name: '周雅婷' },
];

export const territories: Names = [
  'keruyun_POS_2019',
  'keruyun_POS_2020',
  'keruyun_DC_2019',
  'huabei_KA_2021',
  'huadong_SMB_2022',
];

/** In the order of a sale, as the CRM's stage bar shows them. */
export const stages: Names = ['初步接洽', '需求确定', '方案/报价', '谈判/合同', '赢单'];

export const sources: Names = ['陌生拜访', '老客户介绍', '线上咨询', '展会', '电话营销'];
export const kinds: Names = ['新签', '续约', '增购'];

export type Owner = { id: string; name: string };
