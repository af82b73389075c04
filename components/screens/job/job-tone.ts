import type { Tone } from '@/components/ui/tone';
import type { JobDetail } from '@/lib/messages/extension-contract';
import type { JobPhase } from './job-phase';

type RowState = JobDetail['rows'][number]['state'];

export const rowTones: Readonly<Record<RowState, Tone>> = {
  waiting: 'neutral',
  sending: 'info',
  succeeded: 'ok',
  failed: 'bad',
  unknown: 'unknown',
  cancelled: 'neutral',
  skipped: 'neutral',
};

export const phaseTones: Readonly<Record<JobPhase, Tone>> = {
  draft: 'neutral',
  preparing: 'info',
  held: 'info',
  due: 'info',
  running: 'info',
  paused: 'warn',
  succeeded: 'ok',
  failed: 'bad',
  unknown: 'unknown',
  cancelled: 'neutral',
};
