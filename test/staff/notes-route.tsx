import { Field, Notice, StaffPage, Table } from '../../src/web/kit/index.ts';
import { ROLES, type StaffRoute } from '../../src/web/staff/index.ts';

export const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '</title><svg onload=alert(1)>',
  '{{7*7}}${7*7}<%= 7 %>',
] as const;

/** A page that shows what it is sent, as a capability would contribute it. */
export const notesRoute: StaffRoute = {
  method: 'get',
  path: '/notes',
  roles: ROLES,
  nav: { label: PAYLOADS[0], order: 1, about: PAYLOADS[1] },
  flashes: { saved: { tone: 'success', text: 'Note enregistrée.' } },
  render({ frame, query }) {
    const title = query.get('title') ?? 'Notes';
    const columns = [{ key: 'a', header: 'A', cell: (row: string) => row }];
    return (
      <StaffPage {...frame} title={title}>
        <Notice tone="warning">{title}</Notice>
        <Field name="title" label="Titre" value={title} error={title} hint={title} />
        <Table id="t" caption="Table" columns={columns} rows={PAYLOADS} />
      </StaffPage>
    );
  },
};
