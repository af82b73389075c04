import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import type { JobModel } from './job-model';
import { prepareRetry } from './prepare-retry';

/** Opens the release form with what the job held, under a new intention. */
export function retryThrough(app: App, model: JobModel): () => void {
  return () => {
    const detail = model.detail.value;
    if (!detail) return;
    void model.acting.run(async () => goTo({ screen: 'release', opportunityId: await prepareRetry(app, detail) }));
  };
}
