import { expect, it } from '@jest/globals';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { walkedEffect } from '../../src/capabilities/flows/counting/effect.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { choiceToken } from '../../src/conversation/choice-token.ts';
import type { Talk } from '../../src/conversation/conversation.ts';
import type { EntryContent } from '../../src/conversation/entry.ts';
import { runTurn } from '../../src/conversation/turn.ts';
import { loaded } from './flow-pages.ts';

const route = { channel: 'web', account: 'a', address: 'x' };
const NOBODY = {
  session: null,
  route,
  profile: { ...NEW_PROFILE, lang: 'fr', consents: { base: 1 } },
};
const deps = {
  ...rehearsalDeps(loaded, 'fr'),
  fingerprint: () => Buffer.alloc(32),
  effects: [walkedEffect(() => Promise.resolve())],
};
const turn = (content: EntryContent, talk: Talk) =>
  runTurn(deps, {
    ...{ conversation: 'c', person: 'p', route, inbound: 'i', nonce: 'n', talk, content },
    now: Date.UTC(2026, 0, 15, 9),
  });
const rowsOf = ({ effects }: Awaited<ReturnType<typeof turn>>) =>
  effects.filter(({ kind }) => kind === 'flows.walked').map(({ params }) => params);

it('F11: a turn orders one effect that counts it, in the commit of the turn', async () => {
  expect(rowsOf(await turn({ kind: 'text', text: 'bɛn' }, NOBODY))).toEqual([
    {
      rows: [
        {
          ...{ flow: 'sondage-paix', day: '2026-01-15', lang: 'fr' },
          counts: { begun: 1, 'steps.debut.out.next': 1, 'steps.priorite.waiting': 1 },
        },
      ],
    },
  ]);
});

it('F11, T4: who has themselves erased is counted out in the turn that erases them', async () => {
  const { talk } = await turn({ kind: 'intent', intent: 'erase' }, NOBODY);
  const open = talk.session?.frames.at(-1);
  const place = { person: 'p', sid: open?.sid ?? '', step: open?.step ?? '' };
  const token = choiceToken(deps.fingerprint, place, 'effacer');
  const last = await turn({ kind: 'choice', token }, talk);
  expect(last.erase).toBe(true);
  const rows = JSON.stringify(rowsOf(last));
  expect(rows).toContain('"steps.choix.waiting":-1');
  expect(rows).not.toContain('waiting":1');
});
