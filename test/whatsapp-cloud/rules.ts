import { demand } from './refusal.ts';

export type Params = Readonly<Record<string, unknown>>;

const BAD_VALUE = 131009;
const MISSING = 100;

/** What the platform refuses in a message, whoever it is for (Cloud API, "Messages"; lengths in code points). */
export function checkMessage(params: Params): void {
  demand(params['messaging_product'] === 'whatsapp', MISSING, 'The parameter messaging_product is required.');
  demand(params['recipient_type'] === 'individual', MISSING, 'Invalid parameter recipient_type');
  const { type } = params;
  demand(typeof type === 'string' && Object.hasOwn(CHECKS, type), MISSING, 'Invalid parameter type');
  CHECKS[type]?.(recordIn(params, type));
}

const CHECKS: Readonly<Record<string, (value: Params) => void>> = {
  text: ({ body }) => lengthWithin(body, 1, 4096, 'text.body'),
  interactive: checkInteractive,
  image: ({ id }) => demand(typeof id === 'string', MISSING, 'image.id is required'),
  audio: ({ id }) => demand(typeof id === 'string', MISSING, 'audio.id is required'),
  template: (template) => {
    lengthWithin(template['name'], 1, 512, 'template.name');
    lengthWithin(recordIn(template, 'language')['code'], 2, 10, 'template.language.code');
  },
};

function checkInteractive(interactive: Params): void {
  const { type } = interactive;
  demand(type === 'button' || type === 'list', BAD_VALUE, 'interactive.type');
  lengthWithin(
    recordIn(interactive, 'body')['text'],
    1,
    type === 'list' ? 4096 : 1024,
    'interactive.body.text',
  );
  const action = recordIn(interactive, 'action');
  if (type === 'button') checkButtons(listIn(action, 'buttons'));
  else checkList(action);
}

function checkButtons(buttons: readonly Params[]): void {
  demand(buttons.length >= 1 && buttons.length <= 3, BAD_VALUE, 'Button count must be 1 to 3');
  const replies = buttons.map((button) => recordIn(button, 'reply'));
  for (const { id, title } of replies) {
    lengthWithin(title, 1, 20, 'button.reply.title');
    lengthWithin(id, 1, 256, 'button.reply.id');
  }
  distinct(
    replies.map(({ id }) => id),
    'Buttons have duplicate ids',
  );
  distinct(
    replies.map(({ title }) => title),
    'Buttons have duplicate titles',
  );
}

function checkList(action: Params): void {
  lengthWithin(action['button'], 1, 20, 'action.button');
  const rows = listIn(action, 'sections').flatMap((section) => [...listIn(section, 'rows')]);
  demand(rows.length >= 1 && rows.length <= 10, BAD_VALUE, 'Total row count exceeds 10');
  for (const { id, title, description = '' } of rows) {
    lengthWithin(title, 1, 24, 'row.title');
    lengthWithin(description, 0, 72, 'row.description');
    lengthWithin(id, 1, 200, 'row.id');
  }
  distinct(
    rows.map(({ id }) => id),
    'Rows have duplicate ids',
  );
}

function lengthWithin(value: unknown, least: number, most: number, name: string): void {
  const length = typeof value === 'string' ? Array.from(value.trim() === '' ? '' : value).length : -1;
  demand(length >= least && length <= most, BAD_VALUE, `Parameter value is not valid: ${name}`);
}

const distinct = (values: readonly unknown[], message: string): void =>
  demand(new Set(values).size === values.length, BAD_VALUE, message);

export function recordIn(params: Params, name: string): Params {
  const value = params[name];
  demand(typeof value === 'object' && value !== null, MISSING, `The parameter ${name} is required.`);
  return value as Params;
}

function listIn(params: Params, name: string): readonly Params[] {
  const value = params[name];
  demand(Array.isArray(value), MISSING, `The parameter ${name} is required.`);
  return value as Params[];
}
