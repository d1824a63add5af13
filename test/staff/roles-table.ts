import { type ApiRoute, fieldsOf } from '../../src/web/api/index.ts';
import { ROLES, type Role, type StaffRoute } from '../../src/web/staff/index.ts';

/** Who may what, as `docs/roles.md` keeps it: a route that is new or changed shows there, and is looked at. */
export function rolesTable(pages: readonly StaffRoute[], api: readonly ApiRoute[]): string {
  return [
    '# Who may what',
    '',
    'Made from the routes themselves by `node scripts/roles.mjs`; `test/staff/matrix.test.ts` holds it against the running site, role by role. Whoever is not signed in gets 401, a role without ✓ 403, and what belongs to another organisation does not exist (404). **A**: shows class A, so each look is recorded; **A\\***: only while a look is open, which takes a reason and one of twenty a day. **Whose**: *house* is for the organisation that runs the installation, a class of records opens to another organisation by agreement, and everything else stays its own.',
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
  reveals?: true;
  house?: true;
  shared?: string;
}

function table(rows: readonly Row[]): string[] {
  const sorted = [...rows].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return [
    `| route | A | whose | ${ROLES.join(' | ')} |`,
    `|---|---|---|${ROLES.map(() => ':-:|').join('')}`,
    ...sorted.map(({ name, roles, reads, reveals, house, shared }) => {
      const cells = ROLES.map((role) => (roles.includes(role) ? '✓' : ''));
      const classA = reads ?? (reveals === true ? 'A\\*' : '');
      const whose = house === true ? 'house' : (shared ?? '');
      return `| \`${name}\` | ${classA} | ${whose} | ${cells.join(' | ')} |`;
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
