/** How untidy an answer is where a document contradicts itself or says nothing. The first of each is what is sent unless asked. */
export const shapeChoices = {
  'big-ids': ['number', 'text'],
  'empty-lists': ['object', 'absent', 'array'],
  'outreach-code': ['contradictory', 'plain'],
  'outreach-tasks': ['wrapped', 'plain', 'other-key'],
  'outreach-echo': ['full', 'no-biz-id', 'none'],
  'outreach-dates': ['java', 'plain'],
  'outreach-failure': ['task', 'result'],
  'im-accounts': ['objects', 'json-strings', 'plain', 'other-key', 'empty', 'absent'],
  'im-error-msg': ['text', 'number', 'absent'],
  'im-error-code': ['number', 'text'],
  'im-booleans': ['boolean', 'text'],
  'cards-result-map': ['json', 'pairs', 'failures-only', 'empty', 'object', 'absent'],
  'cards-all-success': ['text', 'boolean', 'absent'],
  'rest-code': ['number', 'text'],
  'rest-ids': ['number', 'text'],
  'rest-amount': ['text', 'number'],
  'rest-missing': ['object', 'null', 'absent'],
  'rest-department': ['want_department', 'owned_department'],
  'rest-label': ['value', 'label', 'name'],
  'rest-options': ['field_values', 'options', 'values'],
  'rest-put-data': ['record', 'null'],
  'rest-errors': ['root', 'data', 'message-only'],
  'rest-not-found': ['100100', '404'],
  'rest-sign-in': ['replaces', 'joins'],
  'rest-limit': ['kept', 'off'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type ShapeName = keyof typeof shapeChoices;
export type ShapeOf<Name extends ShapeName> = (typeof shapeChoices)[Name][number];
export type ShapeSettings = { [Name in ShapeName]?: ShapeOf<Name> };

export type Shape = <Name extends ShapeName>(name: Name) => ShapeOf<Name>;

export type Shapes = {
  shape: Shape;
  set: (settings: ShapeSettings) => void;
  /** Those that are not at their default. */
  list: () => ShapeSettings;
  clear: () => void;
};

export const createShapes = (): Shapes => {
  let settings: ShapeSettings = {};
  return {
    shape: (name) => settings[name] ?? shapeChoices[name][0],
    set: (added) => {
      settings = { ...settings, ...added };
    },
    list: () => ({ ...settings }),
    clear: () => {
      settings = {};
    },
  };
};

const isShapeName = (name: string): name is ShapeName => Object.hasOwn(shapeChoices, name);

/** The control request's `shapes` → settings, or a sentence saying what is wrong with it. */
export const readShapes = (value: unknown): ShapeSettings | string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'shapes is an object';
  for (const [name, choice] of Object.entries(value)) {
    if (!isShapeName(name)) return `unknown shape ${name}; known: ${Object.keys(shapeChoices).join(', ')}`;
    const choices: readonly string[] = shapeChoices[name];
    if (!choices.includes(String(choice))) return `${name} is one of ${choices.join(', ')}`;
  }
  return value;
};
