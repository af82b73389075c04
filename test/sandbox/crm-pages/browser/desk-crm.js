import { element } from './element.js';
import { fetchRecord, recordView } from './record-view.js';

/** A list whose records open in a dialog over it; the address never changes. */
const view = document.querySelector('#view');

const openRecord = async (id) => {
  const record = await fetchRecord(id);
  const close = element('button', { class: 'close', 'aria-label': '关闭' }, '×');
  const dialog = element(
    'div',
    { role: 'dialog', 'aria-label': '商机', 'data-record': record.id },
    close,
    ...recordView(record),
  );
  close.addEventListener('click', () => dialog.remove());
  document.querySelector('[role="dialog"]')?.remove();
  document.body.append(dialog);
};

const row = ({ id, title, customer }) => {
  const open = element('button', { class: 'open' }, title);
  open.addEventListener('click', () => openRecord(id));
  return element(
    'tr',
    { 'data-key': id },
    element('td', {}, element('input', { type: 'checkbox', 'aria-label': `选择 ${title}` })),
    element('td', {}, open),
    element('td', {}, customer.name),
  );
};

const { rows } = await (await fetch('/crm/api/opportunities?page=1')).json();
view.append(element('h1', {}, '商机列表'), element('table', {}, element('tbody', {}, ...rows.map(row))));
