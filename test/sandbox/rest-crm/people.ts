export type Department = { id: string; name: string };
export type User = { id: string; name: string; departmentId: string; phone: string; job: string };

export const departments: readonly [Department, ...Department[]] = [
  { id: '395', name: '总经理办公室' },
  { id: '396', name: '华北销售部' },
  { id: '9007199254740999', name: '华东销售部' },
];

/** The partner CRM's owners, as this CRM numbers them. */
export const users: readonly [User, ...User[]] = [
  { id: '254', name: '王五', departmentId: '396', phone: '17621642511', job: '销售经理' },
  { id: '255', name: '赵敏', departmentId: '396', phone: '17621642512', job: '销售' },
  { id: '256', name: '孙晓东', departmentId: '395', phone: '17621642513', job: '销售' },
  { id: '9007199254740997', name: '周雅婷', departmentId: '9007199254740999', phone: '17621642514', job: '销售' },
];
