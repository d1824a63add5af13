import type { Sealer } from '../../conversation/ports.ts';
import type { CorrectedText } from '../../language/reviewing/index.ts';
import { correctionOf } from './corrections.ts';
import { correctionsStore, type Database } from './corrections-store.ts';

/** Every text as staff left it, for a command that takes them into the files. */
export async function correctedTexts(db: Database, sealer: Sealer): Promise<CorrectedText[]> {
  const stored = await correctionsStore(db).all();
  return stored.map((text) => correctionOf(text, sealer));
}
