import { type ApiRoute, fieldsOf } from '../../src/web/api/index.ts';
import { ROLES, type Role, type StaffRoute } from '../../src/web/staff/index.ts';

/** Who may what, as `docs/roles.md` keeps it: a route that is new or changed shows there, and is looked at. */
export function rolesTable(pages: readonly StaffRoute[], api: readonly ApiRoute[]): string {
  return [
    '# Who may what',
    '',
    'Made from the routes themselves by `node scripts/roles.mjs`; `test/staff/matrix.test.ts` holds it against the running site, role by role. Whoever is not signed in gets 401, a role without ✓ 403, and what belongs to another organisation does not exist (404). **A**: shows class A, so each look is recorded.',
    '',
    '## Pages and forms',
    '',
    ...table(pages.map((route) => ({ ...route, name: `${route.method.toUpperCase()} /staff${route.path}` }))),
    '',
    '## API',
    '',
    ...table(api.map((route) => ({ ...route, name: `${route.method.toUpperCase()} /api/v1${route.path}` }))),
    '',
    '## Fields an answer of the API may have',
    '',
    'Nothing else leaves: what a schema does not declare is dropped. Class A in **bold**.',
    '',
    ...api.flatMap(fieldLines),
    '',
  ].join('\n');
}

interface Row {
  name: string;
  roles: readonly Role[];
  reads?: 'A';
}

function table(rows: readonly Row[]): string[] {
  const sorted = [...rows].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return [
    `| route | A | ${ROLES.join(' | ')} |`,
    `|---|---|${ROLES.map(() => ':-:|').join('')}`,
    ...sorted.map(({ name, roles, reads }) => {
      const cells = ROLES.map((role) => (roles.includes(role) ? '✓' : ''));
      return `| \`${name}\` | ${reads ?? ''} | ${cells.join(' | ')} |`;
    }),
  ];
}

const pathOf = ({ name }: Row): string => name.split(' ').reverse().join(' ');

function fieldLines({ method, path, roles, answer, answerFor = {} }: ApiRoute): string[] {
  const others = Object.entries(answerFor);
  const rest = roles.filter((role) => !(role in answerFor));
  return [[rest.join(', '), answer] as const, ...others].map(([who, schema]) => {
    const fields = fieldsOf(schema).map(({ field, classA }) => (classA ? `**${field}**` : `\`${field}\``));
    return `- \`${method.toUpperCase()} /api/v1${path}\` for ${who}: ${fields.join(', ')}`;
  });
}
