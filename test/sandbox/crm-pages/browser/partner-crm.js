import { element } from './element.js';
import { showDetail } from './partner-detail.js';
import { showList } from './partner-list.js';

const refreshMs = 3000;
let shownVersion;

const showAbout = async () => ({
  title: '关于',
  nodes: [
    element('h1', {}, '关于伙伴CRM'),
    element('p', {}, '伙伴CRM 供本地生活合作伙伴的销售团队使用。如需开通账号,请联系管理员。'),
  ],
});

const findView = () => {
  const { pathname, search } = location;
  const id = /^\/crm\/opportunities\/([^/]+)$/.exec(pathname)?.[1];
  if (id) return showDetail(decodeURIComponent(id));
  return pathname === '/crm/about' ? showAbout() : showList(new URLSearchParams(search), goTo);
};

/** Draws the view of the present address; an answer that comes after the address changed again is dropped. */
const draw = async () => {
  const address = location.href;
  const { title, nodes, version } = await findView();
  if (location.href !== address) return;
  document.title = `${title} - 伙伴CRM`;
  shownVersion = version;
  document.querySelector('#view').replaceChildren(...nodes);
  for (const link of document.querySelectorAll('.side-menu a')) {
    link.toggleAttribute('aria-current', (link.pathname === '/crm/about') === (location.pathname === '/crm/about'));
  }
};

function goTo(href) {
  history.pushState(null, '', href);
  scrollTo(0, 0);
  draw();
}

addEventListener('popstate', draw);
addEventListener('click', (event) => {
  const link = event.target.closest('a[data-route]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(link.href);
});

// Colleagues and extensions change records behind the page's back: the record shown is looked at again.
setInterval(async () => {
  if (document.hidden || shownVersion === undefined) return;
  const { version } = await findView();
  if (version !== undefined && version !== shownVersion) await draw();
}, refreshMs);

draw();
