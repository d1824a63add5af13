import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import { type LoadedFlows, loadFlows } from '../../src/app/load-flows.ts';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { regionPacks } from '../../src/capabilities/region-packs/index.ts';
import { type Line, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { shipped } from '../flows/shipped.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
let loaded: LoadedFlows;

/** The flows and texts that come with Benkan, and beside them the folder of a pack with nothing in it but its name. */
beforeAll(() => {
  const localesDir = mkdtempSync(join(tmpdir(), 'region-pack-'));
  cpSync(folder('locales'), localesDir, { recursive: true });
  mkdirSync(join(localesDir, 'ses'));
  writeFileSync(join(localesDir, 'ses', 'pack.yaml'), 'name: Soŋay\nsource: an empty pack\n');
  loaded = loadFlows({ flowsDir: folder('flows'), localesDir });
});

const said = (lines: readonly Line[]): string[] =>
  lines.flatMap((line) => ('out' in line ? [line.out.text] : []));

function playedBy(lives: string | undefined) {
  const deps = rehearsalDeps(loaded, 'fr');
  const { calls } = regionPacks({ packs: loaded.speaker.packs, placeOf: async () => lives });
  const others = deps.calls.filter(({ name }) => !calls.some((call) => call.name === name));
  return rehearse(
    { ...deps, calls: [...others, ...calls] },
    { ...NEW_PROFILE, lang: 'fr', consents: { base: 1 } },
  );
}

it('L10: an empty pack is enough: nothing is to be put right, and nobody waits for its texts', () => {
  expect(loaded.findings).toEqual(shipped.findings);
  expect(loaded.set.languages).toEqual([...shipped.set.languages, 'ses']);
  expect(loaded.speaker.languages).toEqual(shipped.speaker.languages);
});

it('L10: whoever lives where it is spoken is offered it, by its own name, and goes on in it', async () => {
  const talk = playedBy('gao/ansongo');
  await talk.begin('langue');
  expect(talk.offered()).toEqual(['ses', 'fr', 'bm']);
  const lines = await talk.play({ tap: 'ses' });
  expect(talk.stands().profile.lang).toBe('ses');
  // Its texts fall back to French, and keep their buttons.
  expect(said(lines)[0]).toBe(shipped.speaker.say('fr', { flow: 'langue', key: 'fait' }));
  expect(talk.offered().length).toBeGreaterThan(1);
});

it('L10: its name may be typed', async () => {
  const talk = playedBy('gao');
  await talk.begin('langue');
  await talk.play({ say: 'songay' });
  expect(talk.stands().profile.lang).toBe('ses');
});

it('L10: whoever lives elsewhere, or has not said where, is offered French and Bambara', async () => {
  for (const lives of ['kayes', undefined]) {
    const talk = playedBy(lives);
    await talk.begin('langue');
    expect(talk.offered()).toEqual(['fr', 'bm']);
  }
});

it('L6: a talk in it is offered no other language: its texts are French', async () => {
  const talk = playedBy('gao');
  await talk.begin('langue');
  await talk.play({ tap: 'ses' });
  const lines = await talk.play({ say: 'nous voulons la paix dans notre pays' });
  expect(said(lines).join(' ')).not.toContain(
    shipped.speaker.say('fr', { flow: 'autre-langue', key: 'langue.ask' }),
  );
});
