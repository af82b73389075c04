// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Button } from './button';

function press(button: preact.JSX.Element): { pressed: ReturnType<typeof vi.fn>; element: HTMLButtonElement | null } {
  render(null, document.body);
  render(button, document.body);
  const element = document.body.querySelector('button');
  element?.click();
  return { pressed: button.props.onClick, element };
}

it('does its work when pressed', () => {
  expect(press(<Button onClick={vi.fn()}>Release</Button>).pressed).toHaveBeenCalledTimes(1);
});

it('does nothing more while it is busy, but keeps the focus', () => {
  const { pressed, element } = press(
    <Button busy onClick={vi.fn()}>
      Release
    </Button>,
  );
  expect(pressed).not.toHaveBeenCalled();
  expect(element?.disabled).toBe(false);
  expect(element?.getAttribute('aria-busy')).toBe('true');
});

it('does not submit its form a second time while it is busy', () => {
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  render(null, document.body);
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" busy>
        Save
      </Button>
    </form>,
    document.body,
  );
  document.querySelector('button')?.click();
  expect(onSubmit).not.toHaveBeenCalled();
});

it('submits no form unless it is told to', () => {
  expect(press(<Button onClick={vi.fn()}>Add</Button>).element?.type).toBe('button');
});
