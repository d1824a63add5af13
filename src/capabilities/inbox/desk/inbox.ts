import type { InboxOf } from '../ports.ts';
import { atDesk, type DeskDeps } from './at-desk.ts';
import { deciding } from './deciding.ts';
import { reading } from './reading.ts';
import { talking } from './talking.ts';

/** The inbox as one member of staff has it: what they see, what they decide, and what the citizen notices of it. */
export const inboxOf =
  (deps: DeskDeps): InboxOf =>
  (staff, audit) => {
    const desk = atDesk(deps, staff, audit);
    return { ...reading(desk), ...deciding(desk), ...talking(desk) };
  };
