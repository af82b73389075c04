// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { Field, type FieldProps } from './field';
import { TextInput } from './text-input';

beforeEach(() => render(null, document.body));

function showField(props: Partial<FieldProps>, onValue: (value: string) => void = () => undefined): HTMLInputElement {
  render(
    <Field id="territory" label="Territory" {...props}>
      {(control) => <TextInput {...control} value="" onValue={onValue} />}
    </Field>,
    document.body,
  );
  const input = document.querySelector('input');
  if (!input) throw new Error('the field shows no control');
  return input;
}

it('names its control and describes it by error, then hint', () => {
  const input = showField({ hint: 'A code', error: 'Please fill this in' });
  expect(document.querySelector('label')?.getAttribute('for')).toBe(input.id);
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['Please fill this in', 'A code']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

it('says nothing of errors while there is none, but holds their place so that one is announced', () => {
  const input = showField({});
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  expect(input.hasAttribute('aria-describedby')).toBe(false);
  expect(document.getElementById('territory-error')?.getAttribute('aria-live')).toBe('polite');
});

it('hands every change on as text', () => {
  const onValue = vi.fn();
  const input = showField({}, onValue);
  input.value = '0123';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  expect(onValue).toHaveBeenCalledExactlyOnceWith('0123');
});
