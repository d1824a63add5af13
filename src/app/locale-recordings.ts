import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../domain/faults.ts';
import { audioTypeIn } from '../domain/media.ts';
import type { Locales } from '../language/speaking/locales.ts';
import type { MediaStore } from '../store/media.ts';
import { checkVoice, idOf } from '../store/voices.ts';

/** Tells of a recording that is left out: which text it belongs to, and why. */
export type LeftOut = (text: string, code: string) => void;

/**
 * Puts away the recordings the locale files name beside their texts (`audio:`), and answers with their ids by text. One
 * that is lost, or no recording everybody can pay for, is left out: its text goes alone.
 */
export async function shipRecordings(
  localesDir: string,
  locales: Locales,
  media: MediaStore,
  leftOut: LeftOut,
): Promise<ReadonlyMap<string, string>> {
  const shipped = new Map<string, string>();
  for (const [lang, locale] of locales)
    for (const [flow, texts] of locale)
      for (const [key, { audio }] of texts) {
        if (audio === undefined) continue;
        const text = idOf(lang, { flow, key });
        try {
          shipped.set(text, await ship(path.join(localesDir, lang, audio), media));
        } catch (cause) {
          if (cause instanceof Fault && cause.kind === 'unavailable') throw cause;
          leftOut(text, cause instanceof Fault ? cause.code : 'unreadable');
        }
      }
  return shipped;
}

async function ship(file: string, media: MediaStore): Promise<string> {
  const id = await media.ship(await readFile(file), audioTypeIn('', file) ?? '');
  checkVoice(await media.about(id));
  return id;
}
