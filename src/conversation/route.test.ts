import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../test/universe/keyring.ts';
import type { GlobalIntent, Intent } from '../domain/language.ts';
import type { InboundContent } from '../domain/message.ts';
import type { Session } from '../engine/types.ts';
import { choiceToken } from './choice-token.ts';
import { type Routed, type RouteDeps, route, type Standing } from './route.ts';
import type { FlowEntry } from './script.ts';

const { fingerprint } = testKeyring();
const flow = (id: string, beforeConsent = false): FlowEntry => ({ id, beforeConsent, interrupts: true });
const FLOWS: Partial<Record<GlobalIntent, FlowEntry>> = {
  menu: flow('menu'),
  survey: flow('sondage'),
  stop: flow('stop', true),
  help: flow('aide', true),
  check: flow('verif'),
};
const WORDS: Record<string, Intent> = {
  menu: 'menu',
  sondage: 'survey',
  stop: 'stop',
  aide: 'help',
  bonjour: 'hello',
  merci: 'thanks',
  repete: 'repeat',
  oui: 'yes',
  verif: 'check',
};
const deps: RouteDeps = {
  fingerprint,
  intents: {
    intent: (text) => (WORDS[text] === undefined ? { kind: 'none' } : { kind: 'one', intent: WORDS[text] }),
  },
  script: {
    firstContact: flow('accueil', true),
    forIntent: (intent) => FLOWS[intent],
    forPrompt: () => undefined,
    forKeyword: (text) =>
      text === 'paix'
        ? flow('paix')
        : text === 'accueil'
          ? flow('accueil', true)
          : text === 'lire ML-2026-0042'
            ? { ...flow('nouvelles'), params: { numero: 'ML-2026-0042' }, link: 'lire-ML-2026-0042' }
            : undefined,
    advance: () => {
      throw new Error('routing never runs the engine');
    },
  },
};

const session = (id = 'sondage'): Session => ({
  v: 2,
  frames: [{ sid: 's1', flow: id, hash: 'h', step: 'eau', tries: 0, answers: '', vars: {} }],
});
const idle: Standing = {
  person: 'p1',
  session: null,
  profile: { consents: { base: 1 }, stopped: false, fields: {} },
  now: 2000,
};
const answered = { sid: 's1', step: 'avant', at: 1000 };
const open: Standing = { ...idle, session: session(), answered };
const stranger: Standing = { ...idle, profile: { consents: {}, stopped: false, fields: {} } };
const text = (words: string): InboundContent => ({ kind: 'text', text: words });
const sentOn: InboundContent = { kind: 'text', text: 'Le pont est fermé', forwarded: true };
const picture: InboundContent = { kind: 'media', media: 'photo', id: 'p1' };
const tap = (step: string, choice = 'oui', person = 'p1'): InboundContent => ({
  kind: 'choice',
  token: choiceToken(fingerprint, { person, sid: 's1', step }, choice),
});
const bot = (key: string) => ({ flow: 'bot', key });

describe('what a message means where the talk stands', () => {
  it.each<[string, InboundContent, Standing, Routed]>([
    [
      'F4: a global word wins over an open question',
      text('stop'),
      open,
      { input: { kind: 'interrupt', flow: 'stop' } },
    ],
    [
      'F4: a greeting brings the menu in the middle',
      text('bonjour'),
      open,
      { input: { kind: 'interrupt', flow: 'menu' } },
    ],
    [
      'F4: a global word begins when nothing runs',
      text('sondage'),
      idle,
      { input: { kind: 'start', flow: 'sondage' } },
    ],
    [
      'F3: other words answer the open question',
      text('de l’eau'),
      open,
      { input: { kind: 'reply', reply: text('de l’eau') as never } },
    ],
    [
      'F3: a yes answers, it commands nothing',
      text('oui'),
      open,
      { input: { kind: 'reply', reply: text('oui') as never } },
    ],
    [
      'U6: words sent on are looked up when nothing runs',
      sentOn,
      idle,
      { input: { kind: 'start', flow: 'verif' } },
    ],
    [
      'U6: words sent on are looked up where they do not answer what is asked',
      sentOn,
      open,
      {
        input: { kind: 'reply', reply: text('Le pont est fermé') as never },
        otherwise: { kind: 'interrupt', flow: 'verif', keeps: true },
      },
    ],
    [
      'U6: a command that is sent on is a command',
      { kind: 'text', text: 'menu', forwarded: true },
      idle,
      { input: { kind: 'start', flow: 'menu' } },
    ],
    [
      'U6: a picture sent on is looked up, one taken is not',
      { ...picture, forwarded: true },
      idle,
      { input: { kind: 'start', flow: 'verif' } },
    ],
    [
      'U6: a picture under which somebody asks whether it is true is looked up, and its words are no answer',
      { ...picture, caption: 'verif' },
      open,
      {
        input: { kind: 'reply', reply: picture as never },
        otherwise: { kind: 'interrupt', flow: 'verif', keeps: true },
      },
    ],
    [
      'U6: other words under a picture command nothing, and are no part of an answer',
      { ...picture, caption: 'stop' },
      open,
      { input: { kind: 'reply', reply: picture as never } },
    ],
    [
      'a picture nobody asked for is answered with a word',
      picture,
      idle,
      { say: bot('media_instead_of_words'), input: { kind: 'start', flow: 'menu' } },
    ],
    [
      'T8: nothing is looked up before consent',
      sentOn,
      stranger,
      { input: { kind: 'start', flow: 'accueil' } },
    ],
    ['asks again on request', text('repete'), open, { input: { kind: 'again' } }],
    [
      'a keyword begins its flow when nothing runs',
      text('paix'),
      idle,
      { input: { kind: 'start', flow: 'paix' } },
    ],
    [
      'says so when nothing runs and nothing is understood, and offers the menu',
      text('hm'),
      idle,
      { say: bot('nothing_open'), input: { kind: 'start', flow: 'menu' } },
    ],
    [
      'T8: nothing but what may run before consent runs before it',
      text('sondage'),
      stranger,
      { input: { kind: 'start', flow: 'accueil' }, wanted: '>sondage' },
    ],
    ['T8: stop works before consent', text('stop'), stranger, { input: { kind: 'start', flow: 'stop' } }],
    [
      'T8: somebody who said stop while being greeted can come back',
      text('menu'),
      { ...stranger, session: session('stop') },
      { input: { kind: 'start', flow: 'accueil' } },
    ],
    [
      'T8: somebody being greeted is asked again where they are',
      text('sondage'),
      { ...stranger, session: session('accueil') },
      { input: { kind: 'again' }, wanted: '>sondage' },
    ],
    [
      'T12: the open question’s button answers',
      tap('eau'),
      open,
      { input: { kind: 'reply', reply: { kind: 'choice', choice: 'oui' } } },
    ],
    ['C12: the second of two quick taps is silent', tap('avant'), open, {}],
    ['C12: also when the talk ended with the first', tap('avant'), { ...idle, answered }, {}],
    [
      'T12: an old button gets a polite word and the open question',
      tap('avant'),
      { ...open, now: 60_000 },
      { say: bot('stale_button'), input: { kind: 'again' } },
    ],
    [
      'T12: another person’s button changes nothing',
      tap('eau', 'oui', 'p2'),
      open,
      { say: bot('stale_button'), input: { kind: 'again' } },
    ],
    [
      'F3: a voice note goes to the open question',
      { kind: 'media', media: 'voice' },
      open,
      { input: { kind: 'reply', reply: { kind: 'media', media: 'voice' } } },
    ],
    [
      'too long a text is excused',
      { kind: 'unsupported', what: 'too_long' },
      open,
      { say: bot('too_long'), input: { kind: 'again' } },
    ],
    ['blocking the bot is not answered', { kind: 'presence', present: false }, open, {}],
    [
      'a platform’s own command is the intent',
      { kind: 'intent', intent: 'help' },
      open,
      { input: { kind: 'interrupt', flow: 'aide' } },
    ],
    [
      'a word for what does not exist here is excused',
      { kind: 'intent', intent: 'news' },
      open,
      { say: bot('nothing_open'), input: { kind: 'again' } },
    ],
  ])('%s', (_what, content, standing, expected) => {
    expect(route(deps, content, standing)).toEqual(expected);
  });
});

describe('B10: the words a link has written', () => {
  const words = text('lire ML-2026-0042');

  it('greet a newcomer, who goes on to it; in the middle of the greeting too', () => {
    const wanted = 'lire-ML-2026-0042';
    expect(route(deps, words, stranger)).toEqual({ input: { kind: 'start', flow: 'accueil' }, wanted });
    const greeted: Standing = { ...stranger, session: session('accueil') };
    expect(route(deps, words, greeted)).toEqual({ input: { kind: 'again' }, wanted });
  });

  it('F4: a word of command and a keyword are remembered alike, a hello and the menu are not', () => {
    const greeted: Standing = { ...stranger, session: session('accueil') };
    const start = { input: { kind: 'start', flow: 'accueil' } };
    expect(route(deps, text('sondage'), stranger)).toEqual({ ...start, wanted: '>sondage' });
    expect(route(deps, text('paix'), stranger)).toEqual({ ...start, wanted: '>paix' });
    expect(route(deps, text('paix'), greeted)).toMatchObject({ wanted: '>paix' });
    for (const word of ['bonjour', 'menu', 'oui', 'stop'])
      expect(route(deps, text(word), greeted)).not.toHaveProperty('wanted');
    // Who asks for the greeting is not greeted twice.
    expect(route(deps, text('accueil'), stranger)).toEqual(start);
  });

  it('begin it for who has agreed', () => {
    expect(route(deps, words, idle)).toEqual({
      input: { kind: 'start', flow: 'nouvelles', params: { numero: 'ML-2026-0042' } },
    });
  });
});
