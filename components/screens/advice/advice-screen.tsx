import { useEffect } from 'preact/hooks';
import { ActionNotice } from '@/components/screens/options/action-notice';
import { focusHeading } from '@/components/screens/options/focus';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import type { PreferencesModel } from '@/components/screens/options/preferences-model';
import { SectionPage } from '@/components/screens/options/section-page';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { adviceSettingsWords } from '@/lib/i18n/advice-settings-words';
import { language } from '@/lib/i18n/messages';

/** Days to choose from; 0 switches the rule off. */
const choices = {
  unfollowed: [0, 7, 14, 30, 60, 90],
  signDate: [0, 1, 3, 7, 30],
  earlierJob: [0, 7, 30, 90, 180, 365],
};
const names = {
  unfollowed: 'adviceUnfollowedDays',
  signDate: 'adviceSignDateDays',
  earlierJob: 'adviceEarlierJobDays',
} as const;

interface Props {
  model: PreferencesModel;
}

/** Which rules speak, and from how many days on; every choice takes effect at once. */
export function AdviceScreen({ model }: Props) {
  const words = adviceSettingsWords[language.value];
  useEffect(() => {
    // It comes late the first time, when the focus found no heading to go to.
    if (document.activeElement === document.body) focusHeading();
  }, []);
  return (
    <SectionPage title={words.title} explain={words.explain}>
      <ManagedNotice isManaged={model.isManaged.value} />
      <DaysField model={model} rule="unfollowed" hint={words.unfollowedHint} />
      <DaysField model={model} rule="signDate" hint={words.signDateHint} />
      <DaysField model={model} rule="earlierJob" hint={words.earlierJobHint} />
      <Switch model={model} name="adviceApproval" label={words.approval} />
      <Switch model={model} name="adviceSameCustomer" label={words.sameCustomer} />
      <ActionNotice action={model.action} done={words.saved} />
    </SectionPage>
  );
}

function DaysField({ model, rule, hint }: Props & { rule: keyof typeof choices; hint: string }) {
  const words = adviceSettingsWords[language.value];
  const days = model.preferences.value[names[rule]];
  // Another number may have come with a settings file.
  const offered = choices[rule].includes(days) ? choices[rule] : [...choices[rule], days];
  return (
    <Field id={`advice-${rule}`} label={words[rule]} hint={hint}>
      {(control) => (
        <Select
          {...control}
          disabled={model.isManaged.value}
          value={String(days)}
          choices={offered.map((count) => ({
            value: String(count),
            label: count === 0 ? words.off : words.days(count),
          }))}
          onValue={(count) => void model.choose({ [names[rule]]: Number(count) })}
        />
      )}
    </Field>
  );
}

function Switch({ model, name, label }: Props & { name: 'adviceApproval' | 'adviceSameCustomer'; label: string }) {
  return (
    <Checkbox
      id={name}
      kind="switch"
      label={label}
      checked={model.preferences.value[name]}
      disabled={model.isManaged.value}
      onChecked={(isOn) => void model.choose({ [name]: isOn })}
    />
  );
}
