import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Installation } from '../app/installation.ts';
import { oggOpus } from './ogg-opus.ts';

/** A survey that asks for a voice and a flow that asks for a photo, beside the shipped ones; one text has a recording. */
export async function withWitnesses(place: Installation): Promise<void> {
  const [flows, locales] = [path.join(place.folder, 'flows'), path.join(place.folder, 'locales')];
  await cp('flows', flows, { recursive: true, filter: (file) => !file.endsWith('.test.yaml') });
  await cp('locales', locales, { recursive: true });
  for (const [flow, source] of Object.entries(FLOWS))
    await writeFile(path.join(flows, `${flow}.yaml`), source);
  for (const [lang, texts] of Object.entries(TEXTS))
    for (const [flow, words] of Object.entries(texts))
      await writeFile(path.join(locales, lang, 'flows', `${flow}.yaml`), words);
  await mkdir(path.join(locales, 'fr', 'audio'));
  await writeFile(path.join(locales, 'fr', 'audio', 'merci.opus'), MERCI);
  Object.assign(place.env, { FLOWS_DIR: flows, LOCALES_DIR: locales });
}

export const MERCI = oggOpus({ seconds: 4 });

const FLOWS = {
  temoins: `
id: temoins
survey: temoins
triggers: [{ keywords: { fr: [temoins], bm: [temoins] } }]
steps:
  - ask: voix
    type: voice
  - say: merci
`,
  preuve: `
id: preuve
triggers: [{ keywords: { fr: [preuve], bm: [preuve] } }]
steps:
  - ask: image
    type: photo
  - say: vu
`,
};

const VOICE = `
voix: { ask: "Raconte avec ta voix." }
merci: { text: Merci beaucoup., audio: audio/merci.opus }
`;
const PHOTO = `
image: { ask: Envoie une photo. }
vu: Merci.
`;

const TEXTS = {
  fr: { temoins: VOICE, preuve: PHOTO },
  bm: { temoins: VOICE.replace(', audio: audio/merci.opus', ', kept: fr'), preuve: PHOTO },
};
