import { useSignal } from '@preact/signals';
import { focusById } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { plus } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { inbox, refresh } from '@/components/ui/screen-icons';
import { Stack } from '@/components/ui/stack';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { DefaultsModel } from './defaults-model';
import styles from './reason-list.module.css';
import { ReasonRowView, reasonInputId } from './reason-row';
import { mostReasons } from './reasons';

/** The reasons to pick from, each a line to edit; moved by buttons or by Alt and the arrows. */
export function ReasonList({ model }: { model: DefaultsModel }) {
  const { defaults: words } = settingsMessages.value;
  const said = useSignal('');
  const { reasons } = model.fields.value;
  function move(key: number, step: -1 | 1): void {
    model.moveReason(key, step);
    const place = model.fields.value.reasons.findIndex((row) => row.key === key);
    const text = model.fields.value.reasons[place]?.text ?? '';
    said.value = words.moved(text, place + 1);
  }
  function remove(key: number): void {
    const place = reasons.findIndex((row) => row.key === key);
    model.removeReason(key);
    const next = model.fields.value.reasons[Math.min(place, reasons.length - 2)];
    focusById(next ? reasonInputId(next.key) : 'add-reason');
  }
  return (
    <>
      <div class={styles.explain}>
        <div>{words.reasonsExplain}</div>
        <div>{words.reasonKeys}</div>
      </div>
      {reasons.length === 0 ? (
        <EmptyState icon={inbox} title={words.reasonsEmpty} />
      ) : (
        <ul class={styles.list} aria-label={words.reasons}>
          {reasons.map((row, index) => (
            <ReasonRowView
              key={row.key}
              row={row}
              place={index + 1}
              count={reasons.length}
              issue={model.reasonIssues.value.get(row.key)}
              onText={(text) => model.setReason(row.key, text)}
              onMove={(step) => move(row.key, step)}
              onRemove={() => remove(row.key)}
            />
          ))}
        </ul>
      )}
      <Stack along="row">
        <Button
          id="add-reason"
          icon={plus}
          disabled={reasons.length >= mostReasons}
          onClick={() => focusById(reasonInputId(model.addReason()))}
        >
          {words.addReason}
        </Button>
        <Button kind="ghost" icon={refresh} onClick={() => model.restoreReasons(words.initialReasons)}>
          {words.restoreReasons}
        </Button>
      </Stack>
      <LiveRegion message={said.value} />
    </>
  );
}
