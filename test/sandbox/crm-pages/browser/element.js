/** Makes an element: attributes by name, then children (text or nodes). */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, '');
    else if (value !== false && value !== undefined) made.setAttribute(attribute, String(value));
  }
  made.append(...children.flat());
  return made;
};

/** A link that the app follows without loading the page anew. */
export const routeLink = (href, text, attributes = {}) =>
  element('a', { href, 'data-route': true, ...attributes }, text);

export const stateBadge = (opportunity) =>
  element(
    'span',
    { class: opportunity.release ? 'badge released' : 'badge open', 'data-field': 'state' },
    opportunity.release ? '已释放' : '跟进中',
  );

export const formatAmount = (amount) => {
  if (amount === '') return '';
  const [whole, cents] = amount.split('.');
  return `¥ ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
};
