import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { offeredOptions } from '@/lib/opportunities/field-options';
import { checkFollowUp, type FollowUp, type FollowUpIssue } from '@/lib/opportunities/follow-up';
import type { EditForm } from './edit-form';
import { optionsOf } from './show-value';

export type FollowUpField = keyof FollowUp;
export type FollowUpTexts = Readonly<Partial<Record<FollowUpField, string>>>;

/** What a person writes of having been in touch. */
export interface FollowUpForm {
  texts: ReadonlySignal<FollowUpTexts>;
  /** As it would be sent; undefined while nothing was written. */
  followUp: ReadonlySignal<FollowUp | undefined>;
  issues: ReadonlySignal<readonly FollowUpIssue[]>;
  textOf(field: FollowUpField): string;
  issueOf(field: FollowUpField): FollowUpIssue['reason'] | undefined;
  set(field: FollowUpField, text: string): void;
  fill(texts: FollowUpTexts): void;
}

export function createFollowUpForm(form: EditForm): FollowUpForm {
  const texts = signal<FollowUpTexts>({});
  const followUp = computed(() => readFollowUp(texts.value));
  const issues = computed(() => {
    const record = form.before.value;
    if (!followUp.value || !record) return [];
    const options = optionsOf('stage', form.knowledge.value);
    const stages = options.length > 0 ? offeredOptions(options, record, 'stage') : [];
    const isStageEdited = form.changes.value.some(({ field }) => field === 'stage');
    return checkFollowUp(followUp.value, { stages, isStageEdited });
  });
  return {
    texts,
    followUp,
    issues,
    textOf: (field) => texts.value[field] ?? '',
    issueOf: (field) => issues.value.find((issue) => issue.field === field)?.reason,
    set(field, text) {
      texts.value = { ...texts.value, [field]: text };
    },
    fill(next) {
      texts.value = next;
    },
  };
}

function readFollowUp(texts: FollowUpTexts): FollowUp | undefined {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return said.length === 0 ? undefined : { content: '', ...Object.fromEntries(said) };
}
