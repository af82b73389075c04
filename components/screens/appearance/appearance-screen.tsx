import { ActionNotice } from '@/components/screens/options/action-notice';
import { focusFirstInvalid } from '@/components/screens/options/focus';
import { ManagedNotice } from '@/components/screens/options/managed-notice';
import { SectionPage } from '@/components/screens/options/section-page';
import { Chips } from '@/components/ui/chips';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { whenReleased } from '@/components/ui/when-released';
import { languages } from '@/lib/i18n/language';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { themes } from '@/lib/messages/themes';
import type { AppearanceModel } from './appearance-model';
import { leastHoldBackSeconds, mostHoldBackSeconds } from './hold-back';

/** Every choice takes effect at once. How it looks stays everybody's own, even where a policy settles the rest. */
export function AppearanceScreen({ model }: { model: AppearanceModel }) {
  const { appearance: words } = settingsMessages.value;
  const { language, theme } = model.preferences.value;
  return (
    <SectionPage title={words.title}>
      <Chips
        id="language"
        label={words.language}
        hint={words.languageHint}
        value={language}
        choices={languages.map((value) => ({ value, label: words.languages[value] }))}
        onValue={(value) => void model.choose({ language: value })}
      />
      <Chips
        id="theme"
        label={words.theme}
        value={theme}
        choices={themes.map((value) => ({ value, label: words.themes[value] }))}
        onValue={(value) => void model.choose({ theme: value })}
      />
      <HoldBack model={model} />
      <ActionNotice action={model.action} done={words.applied} />
    </SectionPage>
  );
}

function HoldBack({ model }: { model: AppearanceModel }) {
  const { appearance: words } = settingsMessages.value;
  const isManaged = model.isManaged.value;
  async function save(): Promise<void> {
    if (!(await model.saveHoldBack())) focusFirstInvalid();
  }
  return (
    <>
      <ManagedNotice isManaged={isManaged} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          id="hold-back"
          label={words.holdBack}
          hint={words.holdBackHint(leastHoldBackSeconds, mostHoldBackSeconds)}
          error={
            model.isHoldBackWrong.value ? words.holdBackWrong(leastHoldBackSeconds, mostHoldBackSeconds) : undefined
          }
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              maxLength={2}
              value={model.holdBackText.value}
              disabled={isManaged}
              onValue={(text) => model.typeHoldBack(text)}
              onBlur={() => whenReleased(() => void model.saveHoldBack())}
            />
          )}
        </Field>
      </form>
    </>
  );
}
