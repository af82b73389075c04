/** The form and what becomes of it: together they are one file of the package. */
export { EditJob } from './edit-job';
export { EditScreen } from './edit-screen';
