import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadFlows } from '../../src/app/load-flows.ts';
import { playTranscript } from '../../src/cli/flows-test/play-transcript.ts';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { rehearsedProfile } from '../../src/conversation/rehearsal/rehearsed-profile.ts';
import { readTranscripts } from '../../src/cli/transcript.ts';

const FLOW = 'eau-du-quartier';
const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const [flow = '', texts = '', test = '', ...others] = Array.from(
  read('docs/writing-flows.md').matchAll(/```yaml\n(.*?)```/gs),
  ([, block = '']) => block,
);

const folder = mkdtempSync(path.join(tmpdir(), 'benkan-guide-'));
mkdirSync(path.join(folder, 'locales', 'fr', 'flows'), { recursive: true });
writeFileSync(path.join(folder, `${FLOW}.yaml`), flow);
writeFileSync(
  path.join(folder, 'stop.yaml'),
  'id: stop\ntriggers: [{ intent: stop }]\nbefore_consent: true\nsteps: [{ set: { person.stopped: true } }, { say: arrete }]\n',
);
writeFileSync(path.join(folder, 'locales', 'fr', 'bot.yaml'), read('locales/fr/bot.yaml'));
writeFileSync(path.join(folder, 'locales', 'fr', 'flows', 'stop.yaml'), 'arrete: Stop\n');
writeFileSync(path.join(folder, 'locales', 'fr', 'flows', `${FLOW}.yaml`), texts);
/** The other flows of the guide lean on calls that only it knows. */
const KNOWN = { calls: ['agenda.next', 'agenda.one'], effects: [] };
const more = mkdtempSync(path.join(tmpdir(), 'benkan-guide-'));
cpSync(folder, more, { recursive: true });
const MORE = ['activites', 'prochaine-reunion', 'avis-ecole', 'rappel'];
MORE.forEach((id, nth) => {
  writeFileSync(path.join(more, `${id}.yaml`), others[2 * nth] ?? '');
  writeFileSync(path.join(more, 'locales', 'fr', 'flows', `${id}.yaml`), others[2 * nth + 1] ?? '');
});
afterAll(() => rmSync(more, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('F14: the worked flow of docs/writing-flows.md', () => {
  const places = {
    flowsDir: folder,
    localesDir: path.join(folder, 'locales'),
    extra: path.join(folder, `${FLOW}.yaml`),
  };
  const loaded = loadFlows(places);

  it('has nothing to put right', () => {
    expect(loaded.findings).toEqual([]);
  });

  it('does what its test says', async () => {
    for (const transcript of readTranscripts(test, 'docs/writing-flows.md')) {
      const { lang } = transcript;
      const profile = rehearsedProfile(loaded.set, FLOW, lang);
      expect(await playTranscript(rehearsalDeps(loaded, lang), profile, FLOW, transcript)).toBeUndefined();
    }
  });
});

describe('F14: the other flows of docs/writing-flows.md', () => {
  it('have nothing to put right', () => {
    const places = { flowsDir: more, localesDir: path.join(more, 'locales') };
    const { findings, set } = loadFlows(places, { known: KNOWN });
    expect(findings).toEqual([]);
    expect([...set.flows.keys()]).toEqual(expect.arrayContaining(MORE));
    expect([...set.prompts]).toEqual(['rappel']);
    expect(others).toHaveLength(2 * MORE.length);
  });
});
