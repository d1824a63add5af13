import type { DueAnswer, DueKind } from '../../../schedule/due-dates.ts';
import type { Contact } from '../reading/contact.ts';
import { BRING, type DeskDeps, UNDO } from './desk.ts';
import type { ContactImport } from './import.ts';

/** Work a run, milliseconds: the runner gives one a minute, and others wait. */
const A_RUN_MS = 20_000;
/** Commits that wait at one moment travel as one command; more at once would make replies wait. */
const AT_ONCE = 64;

/** Brings contacts page by page. Where it stands lies in the database: killed at any point it goes on, and doubles nobody. */
export const bringDue = (deps: DeskDeps): DueKind => ({
  kind: BRING,
  async run({ id }, now): Promise<DueAnswer> {
    const until = deps.clock.now() + A_RUN_MS;
    for (;;) {
      const made = await deps.imports.find(id);
      if (made?.state !== 'running') return;
      if (made.next >= made.pages) {
        await deps.imports.move(id, ['running'], 'done');
        return;
      }
      const page = await deps.imports.page(id, made.next);
      // Rows that went with time are not brought: the file is checked anew.
      await each(page ?? [], (contact) => bring(deps, made, contact));
      await deps.imports.donePage(id, made.next);
      if (deps.clock.now() >= until) return { again: now + 1 };
    }
  },
});

async function bring(
  { proofs, rooms }: DeskDeps,
  { id, channel }: ContactImport,
  contact: Contact,
): Promise<void> {
  const { phone, proof, ...who } = contact;
  const conversation = rooms.conversationOf(channel, phone);
  const undoneAt = await proofs.undoneAt(conversation);
  if (!(await proofs.put(conversation, id, proof))) return;
  const brought = await rooms.bring({ ...who, phone, channel, by: id, undoneAt });
  if (brought.kind === 'brought') await proofs.keep(conversation, brought.person);
  else await proofs.drop(conversation);
}

/** Takes away who came by an import and has not written since; the others stay, with their proof. */
export const undoDue = (deps: DeskDeps): DueKind => ({
  kind: UNDO,
  async run({ id }, now): Promise<DueAnswer> {
    const until = deps.clock.now() + A_RUN_MS;
    const { imports, proofs, rooms } = deps;
    while ((await imports.find(id))?.state === 'undoing') {
      const conversations = await proofs.toUndo(id);
      if (conversations.length === 0) {
        await imports.move(id, ['undoing'], 'undone');
        return;
      }
      await each(conversations, async (conversation) =>
        proofs.undone(conversation, id, await rooms.takeAway(conversation)),
      );
      if (deps.clock.now() >= until) return { again: now + 1 };
    }
  },
});

async function each<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
}
