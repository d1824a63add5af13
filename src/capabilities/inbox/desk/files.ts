import { MOST_ENTRIES, type ThreadFile } from '../ports.ts';
import { openEntry } from '../threads/entry.ts';
import { type AtDesk, threadFor } from './at-desk.ts';

const FILE = /^[0-9a-f]{32}$/;

/** A voice or photo, where it stands among what is shown of a thread within this person's scope (T20, T36). */
export async function fileIn(desk: AtDesk, id: string, file: string): Promise<ThreadFile | null> {
  if (!FILE.test(file) || (await threadFor(desk, id)) === null) return null;
  const kept = await desk.entries.newest(id, MOST_ENTRIES);
  const words = await Promise.all(kept.map((entry) => openEntry(desk, entry)));
  const stands = words.some((each) => each?.kind === 'sent' && each.file === file);
  return stands ? desk.openFile(file) : null;
}
