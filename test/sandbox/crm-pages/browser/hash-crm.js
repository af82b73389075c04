import { element } from './element.js';
import { fetchRecord, recordView } from './record-view.js';

/** The view lags behind the address, as in most such CRMs. */
const lagMs = 120;
const view = document.querySelector('#view');

const listView = async () => {
  const { rows } = await (await fetch('/crm/api/opportunities?page=1')).json();
  return [
    element('h1', {}, '我的商机'),
    element(
      'ul',
      {},
      ...rows.map(({ id, title }) => element('li', {}, element('a', { href: `#/opportunities/${id}` }, title))),
    ),
  ];
};

/** Draws the route of the present address; what comes after it changed again is dropped. */
const draw = async () => {
  const { hash } = location;
  await new Promise((resolve) => setTimeout(resolve, lagMs));
  const id = /^#\/opportunities\/([^/?]+)/.exec(hash)?.[1];
  const record = id === undefined ? undefined : await fetchRecord(id);
  const nodes = record ? recordView(record) : await listView();
  if (location.hash === hash) view.replaceChildren(...nodes);
};

addEventListener('hashchange', draw);
draw();
