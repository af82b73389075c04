/** The forms are the largest part of the section and opened rarely: together they are one file of the package. */
export { ConnectionFormScreen } from './connection-form-screen';
export { CrmFormScreen } from './crm-form-screen';
