import { circleCheck, circleCross, circleDashed, circleQuestion, info, triangleAlert } from './icons';

/** What a state means, told by icon and colour beside its word. `unknown` is a state of its own, never `bad`. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad' | 'unknown';

export const toneIcons: Readonly<Record<Tone, string>> = {
  neutral: circleDashed,
  info,
  ok: circleCheck,
  warn: triangleAlert,
  bad: circleCross,
  unknown: circleQuestion,
};
