import type { App } from '@/components/app/app';
import { useStarted } from '@/components/app/use-model';
import { createJobModel } from './job-model';
import { JobProgress } from './job-progress';
import { retryThrough } from './retry-through';

/** A job's present on a screen that is about something else. */
export function FollowedJob({ app, jobId }: { app: App; jobId: string }) {
  const model = useStarted(() => createJobModel(app, jobId));
  return <JobProgress app={app} model={model} onRetry={retryThrough(app, model)} />;
}
