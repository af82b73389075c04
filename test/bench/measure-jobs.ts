import type { Figure } from './figures.ts';
import { openJobStage } from './job-stage.ts';
import { measurePanel } from './measure-panel.ts';
import { measurePipeline } from './measure-pipeline.ts';

/** Deliveries of 100,000 cards through the panel, from both sources, and a smaller one to a server that takes its time. */
export async function measureJobs(): Promise<Figure[]> {
  const jobStage = await openJobStage();
  try {
    return [
      ...(await measurePanel(jobStage.stage, 'pasted', 0)),
      ...(await measurePanel(jobStage.stage, 'XLSX', 1_000_000)),
      ...(await measurePipeline(jobStage)),
    ];
  } finally {
    await jobStage.close();
  }
}
