import type { ListColumn, ListFilter } from '../../../web/kit/index.ts';
import { ROLES, STAFF, type StaffContext } from '../../../web/staff/index.ts';
import type { ShownAccount } from './shown.ts';
import { ACCOUNTS } from './texts.ts';

/** What the list of accounts says, on the screen and as a file; addresses stay masked in both. */
export function accountColumns({ frame, person }: StaffContext): ListColumn<ShownAccount>[] {
  const texts = ACCOUNTS[frame.lang];
  const { roles } = STAFF[frame.lang];
  return [
    {
      key: 'name',
      header: texts.nameAndEmail,
      names: true,
      cell: ({ id, name, email }) => (
        <>
          <a href={`/staff/accounts/${id}`}>{name}</a>
          {id === person.id ? ` (${texts.you})` : null}
          <span class="account-mail">{email}</span>
        </>
      ),
      text: ({ name, email }) => `${name}, ${email}`,
      sortBy: ({ name }) => name,
    },
    {
      key: 'role',
      header: texts.role,
      cell: ({ role, suspended }) => (
        <>
          {roles[role]}
          {suspended ? <strong> · {texts.suspended}</strong> : null}
        </>
      ),
      text: ({ role, suspended }) => `${roles[role]}${suspended ? ` · ${texts.suspended}` : ''}`,
      sortBy: ({ role }) => roles[role],
    },
  ];
}

/** By role, and by whether somebody can enter at all. */
export function accountFilters({ frame }: StaffContext): ListFilter<ShownAccount>[] {
  const texts = ACCOUNTS[frame.lang];
  const { roles } = STAFF[frame.lang];
  return [
    {
      key: 'role',
      label: texts.role,
      options: ROLES.map((role) => ({ value: role, label: roles[role] })),
      fits: ({ role }, value) => role === value,
    },
    {
      key: 'access',
      label: texts.suspendTitle,
      options: [
        { value: 'active', label: texts.active },
        { value: 'suspended', label: texts.suspended },
      ],
      fits: ({ suspended }, value) => suspended === (value === 'suspended'),
    },
  ];
}
