import { Icon } from '@/components/ui/icon';
import { check } from '@/components/ui/icons';
import { joinClasses } from '@/components/ui/join-classes';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { helpMessages } from '@/lib/i18n/help-messages';
import type { Fact, Stage } from '@/lib/opportunities/overview';
import styles from './pipeline.module.css';

export interface PipelineProps {
  stages: readonly Stage[] | undefined;
  stage: Fact | undefined;
  value: string | undefined;
}

/** Where the sale stands among the company's stages: by words and marks, never by colour alone. */
export function Pipeline({ stages, stage, value }: PipelineProps) {
  const words = helpMessages.value.record;
  const at = value ? (stages ?? []).findIndex((one) => one.value === value) : -1;
  const text = stage?.text || words.notGiven;
  const step = at < 0 ? undefined : words.step(at + 1, stages?.length ?? 0);
  return (
    <div class={styles.pipeline}>
      <div>
        <span class={styles.note}>{words.pipeline}</span> <strong>{text}</strong>
        {step && ` · ${step}`}
      </div>
      {!stages && <div class={styles.note}>{words.stagesMissing}</div>}
      {at >= 0 && (
        <ol class={styles.steps} aria-label={words.pipeline}>
          {stages?.map(({ value: id, label }, index) => (
            <li
              key={id}
              class={joinClasses(styles.step, index === at && styles.current)}
              aria-current={index === at ? 'step' : undefined}
            >
              {index < at && <Icon shape={check} size={12} />}
              <span>{label}</span>
              <VisuallyHidden>
                {words.stepStates[index < at ? 'past' : index === at ? 'current' : 'next']}
              </VisuallyHidden>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
