import { expect, it } from 'vitest';
import { contactOf } from './page-contact';

it.each<[string, Parameters<typeof contactOf>[0], object | undefined]>([
  ['names nobody', {}, undefined],
  ['names its customer', { customer: '老王火锅', title: '新店' }, { user_name: '老王火锅' }],
  ['has a title only', { title: '新店' }, { user_name: '新店' }],
  [
    'has everything',
    { customer: '老王火锅', phone: '13912345678', email: 'wang@example.com' },
    { user_name: '老王火锅', phone_number: '13912345678', email: 'wang@example.com' },
  ],
  ['shows its number masked', { customer: '老王火锅', phone: '139****5678' }, { user_name: '老王火锅' }],
  ['has nothing that a task takes', { phone: '无', email: '@', customer: '' }, undefined],
])('a page that %s', (_what, page, contact) => {
  expect(contactOf(page)).toEqual(contact);
});
