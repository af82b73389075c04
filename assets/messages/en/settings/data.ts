import type { data as source } from '@/assets/messages/zh-cn/settings/data';

export const data: typeof source = {
  title: 'Data',
  export: 'Export settings',
  exportNote: 'One JSON file with connections, defaults, sites and appearance, without secrets.',
  exported: 'Settings file exported, without secrets',
  import: 'Import settings',
  importNote:
    'The whole file is checked first; if anything is wrong, nothing is changed. Secrets in it are stored encrypted. Delete the file afterwards.',
  chooseFile: 'Choose file',
  dropFile: 'or drop it here',
  otherFile: 'Another file',
  chosenNote: 'Connections with the same id are replaced, settings in the file override yours, and the rest stays.',
  importConfirm: 'Import',
  importLoosening: 'Loosen the policy and import',
  importWaits: (fileName) => `“${fileName}” holds secrets. The import goes on after this step.`,
  importing: 'Importing',
  imported: (connections, secrets) =>
    `Imported: ${connections === 1 ? '1 connection' : `${connections} connections`}, ${secrets === 1 ? '1 secret' : `${secrets} secrets`}`,
  problemAt: 'At',
  nothingChanged: 'No setting was changed.',
  journal: 'Journal',
  journalNote: 'The journal can only be added to. Verifying computes every entry again to see whether one was changed.',
  storage: 'Storage on this device',
  keepJobs: 'Keep ended jobs',
  keepJobsHint:
    'A job is then cleared with all its rows, and so is a draft that nobody opened for as long. Jobs with an unknown row, and the journal, always stay.',
  keepJobsDays: (days) => (days === 0 ? 'For ever' : days === 1 ? '1 day' : `${days} days`),
  keepJobsSaved: 'Applied',
  privacy: 'No telemetry. Data stays on this device and goes only to the addresses you configure.',
};
