/** The form and what becomes of it: together they are one file of the package. */
export { CrmJob } from './crm-job';
export { EditScreen } from './edit-screen';
