import type { SpawnTableWorker } from './table-client';

export const spawnTableWorker: SpawnTableWorker = () =>
  new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'table' });
