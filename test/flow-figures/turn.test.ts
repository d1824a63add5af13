import { expect, it } from '@jest/globals';
import { scriptOf } from '../../src/app/script.ts';
import { walkedEffect } from '../../src/capabilities/flows/counting/effect.ts';
import { choiceToken } from '../../src/conversation/choice-token.ts';
import type { Talk } from '../../src/conversation/conversation.ts';
import type { EntryContent } from '../../src/conversation/entry.ts';
import { runTurn } from '../../src/conversation/turn.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { compileFlows } from '../../src/engine/compile-flows.ts';
import { EVERY_TEXT, EXACTLY } from '../engine/universe.ts';

const FLOW = `id: f
triggers: [{ intent: menu }, { event: first_contact }]
steps:
  - say: debut
  - ask: choix
    type: choice
    choices: [effacer, garder]
  - do: conversation.erase
  - ask: adieu
    type: text
`;
const known = { calls: [], effects: ['conversation.erase'] };
const { flows } = compileFlows([{ file: 'flows/f.yaml', source: FLOW }], EVERY_TEXT, EXACTLY, known);

const route = { channel: 'web', account: 'a', address: 'x' };
const NOBODY = { session: null, route, profile: { ...NEW_PROFILE, lang: 'fr', consents: { base: 1 } } };
const deps = {
  script: scriptOf(flows),
  intents: { intent: () => ({ kind: 'none' as const }) },
  speaker: { languages: ['fr'], fallback: 'fr', say: () => '…' },
  fingerprint: () => Buffer.alloc(32),
  calls: [],
  effects: [walkedEffect(() => Promise.resolve())],
};
const turn = (content: EntryContent, talk: Talk) =>
  runTurn(deps, {
    ...{ conversation: 'c', person: 'p', route, inbound: 'i', nonce: 'n', talk, content },
    now: Date.UTC(2026, 0, 15, 9),
  });
const begin = () => turn({ kind: 'intent', intent: 'menu' }, NOBODY);
const rowsOf = ({ effects }: Awaited<ReturnType<typeof turn>>) =>
  effects.filter(({ kind }) => kind === 'flows.walked').map(({ params }) => params);
const rowOf = (counts: Record<string, number>) => [
  { rows: [{ flow: 'f', day: '2026-01-15', lang: 'fr', counts }] },
];

it('F11: a turn orders one effect that counts it, in the commit of the turn', async () => {
  expect(rowsOf(await begin())).toEqual(
    rowOf({ begun: 1, 'steps.debut.out.next': 1, 'steps.choix.waiting': 1 }),
  );
});

it('F11, T4: who has themselves erased is counted out in the turn that erases them', async () => {
  const { talk } = await begin();
  const open = talk.session?.frames.at(-1);
  const place = { person: 'p', sid: open?.sid ?? '', step: open?.step ?? '' };
  const last = await turn({ kind: 'choice', token: choiceToken(deps.fingerprint, place, 'effacer') }, talk);
  expect(last.erase).toBe(true);
  expect(rowsOf(last)).toMatchObject(rowOf({ 'steps.choix.waiting': -1, 'steps.adieu.dropped': 1 }));
});
