import type { VNode } from 'preact';
import type { z } from 'zod';
import { Table } from '../../kit/index.ts';
import { jsonSchema, type JsonObject, WHY } from '../openapi/document.ts';
import type { Credential, Door } from '../openapi/door.ts';

/** Stable, so that a link to it keeps working. */
export const idOf = ({ method, path }: Door): string =>
  `${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, '');

export const Method = ({ method }: Pick<Door, 'method'>): VNode => (
  <span class={method === 'get' ? 'method' : 'method method-post'}>{method.toUpperCase()}</span>
);

/** One door: who may, what it takes, what it answers. */
export function DoorSection({ door }: { door: Door }): VNode {
  const { method, path, summary, description, credentials = [], roles } = door;
  const id = idOf(door);
  const who = credentials.length === 0 ? 'Anyone.' : credentials.map((one) => BY[one]).join(' or ');
  return (
    <section class="door-of" aria-labelledby={id}>
      <h3 id={id}>
        <Method method={method} /> <code>{path}</code>
      </h3>
      <p>{summary}.</p>
      {description === undefined ? null : <p>{description}</p>}
      <p>
        <strong>Who:</strong> {who} {roles === undefined ? null : `Roles: ${roles.join(', ')}.`}
      </p>
      <Parameters door={door} />
      <Bodies door={door} />
      <h4>Answers</h4>
      <Statuses door={door} />
    </section>
  );
}

function Parameters({ door }: { door: Door }): VNode | null {
  const rows = [...fieldsOf(door.params, 'path'), ...fieldsOf(door.query, 'query')];
  if (rows.length === 0) return null;
  return (
    <Table
      id={`${idOf(door)}-parameters`}
      caption={`Parameters of ${door.method.toUpperCase()} ${door.path}`}
      rows={rows}
      columns={[
        { key: 'name', header: 'Name', names: true, cell: ({ name }) => <code>{name}</code> },
        { key: 'place', header: 'In', cell: ({ place }) => place },
        { key: 'form', header: 'Form', cell: ({ form }) => <code>{form}</code> },
        { key: 'about', header: 'About', cell: ({ about }) => about },
      ]}
    />
  );
}

interface Field {
  name: string;
  place: string;
  form: string;
  about: string;
}

function fieldsOf(schema: z.ZodObject | undefined, place: string): Field[] {
  if (schema === undefined) return [];
  const { properties, required } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: readonly string[];
  };
  return Object.entries(properties ?? {}).map(([name, field]) => ({
    ...{ name, place },
    form: formOf(field),
    about: [required?.includes(name) === true ? 'Required.' : '', textOf(field['description'])]
      .join(' ')
      .trim(),
  }));
}

/** A day reads better as its name than as the pattern that checks leap years. */
const formOf = (field: JsonObject): string =>
  textOf(field['format']) || textOf(field['pattern']) || textOf(field['type']);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function Bodies({ door: { body } }: { door: Door }): VNode | null {
  if (body === undefined) return null;
  return (
    <>
      <h4>Body{body.optional === true ? ' (may be left out)' : ''}</h4>
      {Object.entries(body.types).map(([type, schema]) => (
        <Schema key={type} title={type} schema={jsonSchema(schema, 'input')} />
      ))}
    </>
  );
}

function Statuses({ door }: { door: Door }): VNode {
  const successes = Object.entries(door.answers);
  return (
    <>
      <dl class="statuses">
        {successes.map(([status, { says }]) => (
          <>
            <dt>{status}</dt>
            <dd>{says}</dd>
          </>
        ))}
        {door.refuses.map((status) => (
          <>
            <dt>{status}</dt>
            <dd>{WHY[status]}</dd>
          </>
        ))}
      </dl>
      {successes.map(([status, { type, schema }]) =>
        schema === undefined || type === undefined ? null : (
          <Schema key={status} title={`${status} ${type}`} schema={jsonSchema(schema, 'output')} />
        ),
      )}
    </>
  );
}

const Schema = ({ title, schema }: { title: string; schema: JsonObject }): VNode => (
  <details>
    <summary>
      <code>{title}</code>
    </summary>
    <pre tabIndex={0}>{JSON.stringify(schema, null, 2)}</pre>
  </details>
);

const BY: Readonly<Record<Credential, string>> = {
  staffSession: 'A signed-in member of staff (cookie of POST /staff/sign-in; changes name our origin).',
  chatToken: 'Who holds the chat’s token (Authorization: Bearer).',
  webhookSecret: 'Telegram, by the word agreed on with it.',
  webhookSignature: 'Meta, by its signature over the body.',
  smsGateway: 'The gateway for SMS, by the secret agreed on with it, or its signature over the body.',
};
