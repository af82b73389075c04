import type { outcomes as source } from '@/assets/messages/zh-cn/outcomes';

export const outcomes: typeof source = {
  succeeded: { title: 'Succeeded', next: 'The platform has confirmed it.' },
  failed: { title: 'Failed', next: 'Correct it as the platform says and submit again.' },
  unknown: { title: 'Outcome unknown', next: 'Check in the CRM, then choose what to do.' },
  cancelled: { title: 'Cancelled', next: 'Nothing was sent.' },
  skipped: { title: 'Skipped', next: 'Nothing was sent.' },
};
