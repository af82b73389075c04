// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '@/components/screens/batch/batch-text-field';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import { JsonFieldView } from './json-field-view';
import { createTask } from './outreach-task';

beforeEach(() => showLanguage('zh-CN', screenCatalogue));
afterEach(() => render(null, document.body));

it.each(['input_params', 'output_params'] as const)(
  'the hint of %s speaks of {} only where that can be typed',
  async (name) => {
    const task = createTask(1, { [name]: '{}' }, { channel: () => 'sms', isRepeated: () => false });
    const json = name === 'input_params' ? task.input : task.output;
    render(<JsonFieldView prefix="task-1" name={name} form={task.form} json={json} />, document.body);
    const hint = () => document.getElementById(`task-1-${name}-hint`)?.textContent;
    expect(hint()).toBe(batchMessages.value.outreach.pairHints[name]);
    expect(hint()).not.toContain('{}');
    json.chooseMode('json');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(hint()).toBe(wordsOf(name).hint);
  },
);
