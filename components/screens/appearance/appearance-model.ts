import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PreferencesModel } from '@/components/screens/options/preferences-model';
import { readHoldBack } from './hold-back';

/** How it looks, and how long a release can be called off. */
export interface AppearanceModel extends PreferencesModel {
  holdBackText: ReadonlySignal<string>;
  isHoldBackWrong: ReadonlySignal<boolean>;
  isDirty: ReadonlySignal<boolean>;
  typeHoldBack(text: string): void;
  /** The field was left, or Enter pressed. */
  saveHoldBack(): Promise<boolean>;
}

export function createAppearanceModel(model: PreferencesModel): AppearanceModel {
  const typed = signal<string | undefined>(undefined);
  const stored = computed(() => String(model.preferences.value.holdBackSeconds));
  const isHoldBackWrong = signal(false);
  return {
    ...model,
    holdBackText: computed(() => typed.value ?? stored.value),
    isHoldBackWrong,
    isDirty: computed(() => typed.value !== undefined && typed.value !== stored.value),
    typeHoldBack(text) {
      typed.value = text;
      isHoldBackWrong.value = false;
    },
    async saveHoldBack() {
      if (typed.value === undefined) return true;
      const seconds = readHoldBack(typed.value);
      isHoldBackWrong.value = seconds === undefined;
      if (seconds === undefined) return false;
      if (seconds === model.preferences.value.holdBackSeconds) {
        typed.value = undefined;
        return true;
      }
      const isSaved = await model.choose({ holdBackSeconds: seconds });
      if (isSaved) typed.value = undefined;
      return isSaved;
    },
  };
}
