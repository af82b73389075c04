// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RowFocus } from './row-focus';

const rows = signal<readonly number[]>([]);
const edited = signal<number | undefined>(undefined);

function Table() {
  return (
    <RowFocus>
      <label>
        <input type="radio" checked id="filter" /> 有误
      </label>
      <table>
        <tbody>
          {rows.value.map((row) => (
            <tr key={row}>
              <td>
                {edited.value === row ? (
                  <input id="editor" />
                ) : (
                  <button type="button" aria-label={`edit ${row}`}>
                    改
                  </button>
                )}
              </td>
              <td>
                <button type="button" aria-label={`open ${row}`} />
                <button type="button" aria-label={`exclude ${row}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </RowFocus>
  );
}

beforeEach(async () => {
  rows.value = [1, 2, 3];
  await act(() => render(<Table />, document.body));
});
afterEach(() => render(null, document.body));

const focus = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id;
const change = (work: () => void) =>
  act(async () => {
    work();
    await new Promise((done) => setTimeout(done, 0));
  });

it('goes back to the button that opened an editor, when the editor closes', async () => {
  focus('edit 2');
  await change(() => {
    edited.value = 2;
  });
  document.querySelector<HTMLElement>('#editor')?.focus();
  expect(focused()).toBe('editor');
  await change(() => {
    edited.value = undefined;
  });
  expect(focused()).toBe('edit 2');
});

it('goes to the same control of the next row, when its row goes; to the last, and to the filter when none is left', async () => {
  focus('exclude 2');
  await change(() => {
    rows.value = [1, 3];
  });
  expect(focused()).toBe('exclude 3');
  await change(() => {
    rows.value = [1];
  });
  expect(focused()).toBe('exclude 1');
  await change(() => {
    rows.value = [];
  });
  expect(focused()).toBe('filter');
});

it('is not taken back from a person who has left', async () => {
  focus('edit 1');
  await change(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await change(() => {
    rows.value = [2, 3];
  });
  expect(document.activeElement).toBe(document.body);
});

it('stays where somebody went who left the rows, though rows change and nothing has the focus', async () => {
  const outside = document.createElement('button');
  document.body.append(outside);
  focus('edit 2');
  outside.focus();
  outside.blur();
  await change(() => {
    rows.value = [1, 3];
  });
  expect(document.activeElement).toBe(document.body);
  outside.remove();
});
