import { expect, it } from '@jest/globals';
import { LiveFlows } from '../../src/app/flows/live-flows.ts';
import { flowsOf, versionsOf } from '../../src/app/flows/versions-of.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { OFFERED } from '../../src/app/offers.ts';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { rehearsedProfile } from '../../src/conversation/rehearsal/rehearsed-profile.ts';
import { rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { fingerprintOf } from '../../src/language/reviewing/index.ts';
import type { FlowVersionStore } from '../../src/store/flow-versions.ts';

it('L2: a label staff corrected is shown and understood as it is now, and its flow keeps its hash', async () => {
  const loaded = loadFlows({ flowsDir: 'flows', localesDir: 'locales' });
  const versions = versionsOf(loaded, 0, 'start');
  const store = { versions: async () => versions } as unknown as FlowVersionStore;
  const live = new LiveFlows(
    { loaded, store, known: OFFERED, report: () => undefined },
    { n: 1, at: 0, by: 'start', ...flowsOf(versions) },
  );
  const hash = live.set.flows.get('sondage-paix')?.hash;
  const label = { flow: 'sondage-paix', key: 'priorite.choices.eau' };
  const [french, bambara] = ['fr', 'bm'].map((lang) => fingerprintOf(live.speaker.text(lang, label) ?? ''));
  const words = {
    text: 'Kɔlɔnji saniyalen',
    state: 'reviewed',
    by: 'Awa',
    on: '2026-11-22',
    remark: '',
  } as const;
  live.speaker.correct([{ lang: 'bm', ...label, ...words, french: french!, over: [bambara!] }]);
  await live.reworded();

  expect(live.set.flows.get('sondage-paix')?.hash).toBe(hash);
  const talk = rehearse(rehearsalDeps(live, 'bm'), rehearsedProfile(live.set, 'sondage-paix', 'bm'));
  const asked = JSON.stringify(await talk.begin('sondage-paix'));
  expect(asked).toContain('Kɔlɔnji saniyalen');
  const answered = JSON.stringify(await talk.play({ say: 'kolonji saniyalen' }));
  expect(answered).toContain('"eau"');
});
