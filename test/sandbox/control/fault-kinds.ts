type OptionType = 'string' | 'number' | 'boolean';

export type FaultDeclaration = {
  options: Record<string, OptionType>;
  defaults: Record<string, string | number | boolean>;
  /** The only values a text option may have. */
  choices?: Record<string, readonly string[]>;
  /** Strikes until taken back unless `times` says otherwise; the others strike once. */
  lasting: boolean;
};

const declare = <Name extends string>(faults: Record<Name, FaultDeclaration>) => faults;

/** Every fault the sandbox can play, with its options. The README's table is held against this by a test. */
export const faultOptions = declare({
  latency: { options: { ms: 'number' }, defaults: { ms: 1000 }, lasting: false },
  'answer-lost': { options: {}, defaults: {}, lasting: false },
  'cut-before': { options: {}, defaults: {}, lasting: false },
  'http-status': {
    options: { status: 'number', html: 'boolean', processed: 'boolean' },
    defaults: { status: 502, html: true, processed: false },
    lasting: false,
  },
  html: { options: { processed: 'boolean' }, defaults: { processed: false }, lasting: false },
  throttled: {
    options: { seconds: 'number', subCode: 'string' },
    defaults: { seconds: 1, subCode: 'accesscontrol.limited-by-api-access-count' },
    lasting: false,
  },
  'quota-gone': { options: {}, defaults: {}, lasting: false },
  'session-expired': { options: {}, defaults: {}, lasting: false },
  'clock-off': { options: { offsetMs: 'number' }, defaults: { offsetMs: 3_600_000 }, lasting: true },
  'slow-body': { options: { ms: 'number', pieces: 'number' }, defaults: { ms: 1000, pieces: 5 }, lasting: false },
  'duplicate-key': {
    options: { answer: 'string' },
    defaults: { answer: 'error' },
    choices: { answer: ['success', 'error'] },
    lasting: true,
  },
  'replay-refused': { options: {}, defaults: {}, lasting: true },
  error: {
    options: {
      code: 'number',
      msg: 'string',
      subCode: 'string',
      subMsg: 'string',
      /** These two: REST CRM only. The HTTP status, and the field that the words are about. */
      status: 'number',
      field: 'string',
      processed: 'boolean',
    },
    defaults: { code: 15, msg: 'Remote service error', processed: false },
    lasting: false,
  },
  truncated: { options: { bytes: 'number', cut: 'boolean' }, defaults: { bytes: 40, cut: false }, lasting: false },
  'control-characters': { options: {}, defaults: {}, lasting: false },
  'wrong-value': { options: { value: 'string' }, defaults: { value: '20191214889' }, lasting: false },
  body: {
    options: { text: 'string', contentType: 'string', status: 'number' },
    defaults: { text: '', contentType: 'text/javascript;charset=UTF-8', status: 200 },
    lasting: false,
  },
  oversize: { options: { bytes: 'number' }, defaults: { bytes: 11 * 1024 * 1024 }, lasting: false },
  'rows-missing': {
    options: { count: 'number', from: 'string' },
    defaults: { count: 1, from: 'end' },
    choices: { from: ['start', 'end'] },
    lasting: false,
  },
  'rows-shuffled': { options: {}, defaults: {}, lasting: false },
  'rows-duplicated': { options: { count: 'number' }, defaults: { count: 1 }, lasting: false },
  'extra-fields': { options: {}, defaults: {}, lasting: false },
  'batch-limit': { options: { rows: 'number' }, defaults: { rows: 1 }, lasting: true },
  'colleague-edit': {
    options: { field: 'string', value: 'string', when: 'string' },
    defaults: { field: 'note', value: '同事刚刚改过', when: 'before' },
    choices: { when: ['before', 'after'] },
    lasting: false,
  },
  hold: { options: { processed: 'boolean' }, defaults: { processed: true }, lasting: false },
});

export type FaultKind = keyof typeof faultOptions;
