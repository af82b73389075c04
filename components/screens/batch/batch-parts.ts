/** A job of several rows, its present and its past: together they are one file of the package. */
export { BatchDetail } from './batch-detail';
export { BatchProgress } from './batch-progress';
