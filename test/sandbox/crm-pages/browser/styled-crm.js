import { element } from './element.js';
import { fetchRecord } from './record-view.js';

/** As a build tool names classes: another name with every load. */
const generated = (name) => `${name}_${Math.random().toString(36).slice(2, 8)}`;

class RecordField extends HTMLElement {
  connectedCallback() {
    const { label, value } = this.dataset;
    this.attachShadow({ mode: 'open' }).append(
      element('span', { class: generated('label') }, label),
      element('span', { class: generated('value'), 'data-part': 'value' }, value),
    );
  }
}

class AppShell extends HTMLElement {
  async connectedCallback() {
    const record = await fetchRecord(this.dataset.key);
    const field = (name, label, value) =>
      element('record-field', { 'data-name': name, 'data-label': label, 'data-value': value });
    this.removeAttribute('data-key');
    this.attachShadow({ mode: 'open' }).append(
      element(
        'section',
        { class: generated('record') },
        element('header', { class: generated('head') }, element('h1', {}, record.title)),
        element('p', { class: generated('meta'), 'aria-label': 'Record number' }, `No. ${record.id} / v3`),
        field('account', 'Account', record.customer.name),
        field('stage', 'Stage', record.stage),
      ),
    );
  }
}

customElements.define('record-field', RecordField);
customElements.define('app-shell', AppShell);
