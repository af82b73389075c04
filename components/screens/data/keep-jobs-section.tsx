import { ActionNotice } from '@/components/screens/options/action-notice';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import type { PreferencesModel } from '@/components/screens/options/preferences-model';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { settingsMessages } from '@/lib/i18n/settings-messages';

/** Days to choose from; 0 keeps for ever. */
const choices = [30, 90, 180, 365, 0];

/** How long ended jobs stay; the journal is not theirs to take along. */
export function KeepJobsSection({ model }: { model: PreferencesModel }) {
  const { data: words } = settingsMessages.value;
  const days = model.preferences.value.keepJobsDays;
  // Another number may have come with a settings file.
  const offered = choices.includes(days) ? choices : [days, ...choices];
  return (
    <Section title={words.storage}>
      <Stack>
        <ManagedNotice isManaged={model.isManaged.value} />
        <Field id="keep-jobs" label={words.keepJobs} hint={words.keepJobsHint}>
          {(control) => (
            <Select
              {...control}
              disabled={model.isManaged.value}
              value={String(days)}
              choices={offered.map((count) => ({ value: String(count), label: words.keepJobsDays(count) }))}
              onValue={(count) => void model.choose({ keepJobsDays: Number(count) })}
            />
          )}
        </Field>
        <ActionNotice action={model.action} done={words.keepJobsSaved} />
      </Stack>
    </Section>
  );
}
