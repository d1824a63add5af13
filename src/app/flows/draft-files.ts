import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../domain/faults.ts';
import type { Known } from '../../engine/compile-flows.ts';
import type { Finding } from '../../engine/finding.ts';
import type { FlowPlaces } from '../load-flows.ts';
import { type Draft, readDraft } from './read-draft.ts';

/**
 * The files of this process as they are at each asking. Reading and compiling them takes some tenths of a second, so it
 * is done again only when a file has changed; findings name files from their own folder on, never a path of the machine.
 */
export function draftFiles(places: FlowPlaces, known: Known): () => Draft {
  const folders = [places.flowsDir, places.localesDir];
  let last: { stamp: string; draft: Draft } | undefined;
  return () => {
    const stamp = folders.map(stampOf).join('\n');
    if (last?.stamp !== stamp) last = { stamp, draft: fromFolders(whole(places, known), folders) };
    return last.draft;
  };
}

/** A folder that is not there is a finding too: the page says so, and goes on showing what is published. */
function whole(places: FlowPlaces, known: Known): Draft {
  try {
    return readDraft(places, known);
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    const { code, message } = cause;
    return { findings: [{ file: places.flowsDir, line: 1, code, message }], warnings: [] };
  }
}

/** Tells whether any file below it was written, added or taken away since. */
function stampOf(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => {
        const { mtimeMs, size } = statSync(path.join(folder, name));
        return `${name} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch {
    // Being written, or gone: reading it says what is the matter.
    return 'unreadable';
  }
}

function fromFolders({ findings, warnings, ...draft }: Draft, folders: readonly string[]): Draft {
  const short = (words: string): string =>
    folders.reduce((all, folder) => all.replaceAll(folder, path.basename(folder)), words);
  const shortened = (all: readonly Finding[]): Finding[] =>
    all.map((found) => ({ ...found, file: short(found.file), message: short(found.message) }));
  return { ...draft, findings: shortened(findings), warnings: shortened(warnings) };
}
