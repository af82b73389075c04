// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { Description, DescriptionList } from './description-list';
import { List, ListRow } from './list';
import { Tabs } from './tabs';

beforeEach(() => render(null, document.body));

it('a row that leads somewhere is a link by its title alone', () => {
  render(
    <List label="Jobs">
      <ListRow title="Release 1" note="14:02" href="#/jobs/1" />
      <ListRow title="Release 2" />
    </List>,
    document.body,
  );
  const links = [...document.querySelectorAll('a')];
  expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([['#/jobs/1', 'Release 1']]);
});

it('a description without a value is left out, but a zero is a value', () => {
  render(
    <DescriptionList>
      <Description term="Stage">{undefined}</Description>
      <Description term="Phone">{''}</Description>
      <Description term="Rows">{0}</Description>
    </DescriptionList>,
    document.body,
  );
  expect([...document.querySelectorAll('dt')].map((term) => term.textContent)).toEqual(['Rows']);
});

it('navigation marks the current screen, and a count only above zero', () => {
  render(
    <Tabs
      label="Main"
      current="#/jobs"
      tabs={[
        { href: '#/opportunity', label: 'Opportunity', count: { value: 0, meaning: 'none' } },
        { href: '#/jobs', label: 'Jobs', count: { value: 2, meaning: '2 jobs need a decision' } },
      ]}
    />,
    document.body,
  );
  expect(document.querySelector('[aria-current=page]')?.getAttribute('href')).toBe('#/jobs');
  expect([...document.querySelectorAll('[role=img]')].map((count) => count.getAttribute('aria-label'))).toEqual([
    '2 jobs need a decision',
  ]);
});
