import { expect, it } from 'vitest';
import { endpointChoiceOf } from './endpoints';

it('an official address is chosen by its name, any other is one’s own', () => {
  expect(endpointChoiceOf('https://gw.api.taobao.com/router/rest')).toBe('domesticAlternative');
  expect(endpointChoiceOf('https://relay.example.com/')).toBe('custom');
});
