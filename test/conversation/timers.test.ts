import { beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from './person.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FLOWS = {
  sondage: `triggers: [{ intent: survey }]
survey: paix
expires: 7d
steps:
  - ask: age
    type: number
    timeout: { after: 24h, remind: 1, then: fin }
  - ask: avis
    type: yes_no
  - say: fin
`,
  eau: `triggers: [{ keywords: { fr: [eau] } }]
expires: 3d
steps: [{ ask: source, type: choice, choices: [puits, robinet] }, { ask: mots, type: text }, { say: merci }]
`,
  cours: `triggers: [{ keywords: { fr: [cours] } }]
steps:
  - { say: bonjour }
  - { wait: { until: "08:00" }, key: nuit }
  - { ask: suite, type: yes_no }
`,
  menu: 'triggers: [{ intent: menu }]\ninterrupts: true\nsteps: [{ ask: choix, type: choice, choices: [a, b] }]\n',
  rappel: 'triggers: [{ event: prompt }]\ninterrupts: true\nsteps: [{ say: rappel }]\n',
};
const wakes = ({ last }: Person) => last?.effects.filter(({ kind }) => kind === 'conversation.wake');
let awa: Person;
beforeEach(() => {
  awa = new Person(FLOWS);
});

describe('F1: a talk promises the next moment it wants to be woken', () => {
  it('once, in the commit of the turn, and takes it back with the last', async () => {
    await awa.says('sondage');
    const [first] = wakes(awa) ?? [];
    expect(first?.params).toEqual({ due: awa.talk.due });
    expect(awa.talk.due).toMatchObject({ step: 'age', n: 0 });
    await awa.prompted('rappel');
    expect(wakes(awa)).toEqual([]);
    await awa.says('30');
    await awa.says('oui');
    expect(wakes(awa)?.map(({ params }) => params)).toEqual([{ due: null }]);
    expect(awa.talk).not.toHaveProperty('due');
    await awa.says('hm');
    await awa.says('eau');
    expect(wakes(awa)).toHaveLength(1);
  });

  it('not at every turn: what comes later than was promised is promised when it is looked for', async () => {
    await awa.says('sondage');
    const promised = awa.talk.promised?.at ?? 0;
    awa.now += HOUR;
    await awa.says('30');
    expect(wakes(awa)).toEqual([]);
    expect(awa.talk.due?.at).toBeGreaterThan(promised);
    expect(await awa.pass(promised - awa.now)).toEqual([]);
    expect(wakes(awa)?.map(({ params }) => params)).toEqual([{ due: awa.talk.due }]);
    expect(awa.talk.promised).toEqual(awa.talk.due);
    expect(awa.session?.frames.at(-1)?.step).toBe('avis');
  });

  it('anew where it comes sooner than was promised', async () => {
    await awa.says('eau');
    const promised = awa.talk.promised?.at ?? 0;
    await awa.says('sondage');
    expect(awa.talk.promised?.at).toBeLessThan(promised);
    expect(wakes(awa)?.map(({ params }) => params)).toEqual([{ due: awa.talk.due }]);
  });

  it('reminds, then goes on without an answer', async () => {
    await awa.says('sondage');
    expect(await awa.pass(23 * HOUR)).toEqual(['sondage.age.remind']);
    expect(await awa.pass(HOUR)).toEqual(['sondage.fin']);
    expect(awa.session).toBeNull();
  });
});

describe('F1, T8: to whom nothing may be said unasked', () => {
  it.each([
    ['stopped', { stopped: true }],
    ['not agreed', { consents: {} }],
  ])('who has %s is told nothing, but their talk moves', async (_what, change) => {
    await awa.says('sondage');
    awa.talk = { ...awa.talk, profile: { ...awa.talk.profile, ...change } };
    expect(await awa.pass(23 * HOUR)).toEqual([]);
    expect(await awa.pass(HOUR)).toEqual([]);
    expect(awa.session).toBeNull();
  });

  it('what could not be said is asked again before a word counts as its answer', async () => {
    await awa.says('cours');
    awa.talk = { ...awa.talk, profile: { ...awa.talk.profile, stopped: true } };
    expect(await awa.pass(DAY)).toEqual([]);
    expect(awa.session?.frames.at(-1)?.step).toBe('suite');
    expect(await awa.says('oui')).toEqual(['cours.suite.ask']);
    await awa.says('oui');
    expect(awa.session).toBeNull();
  });
});

describe('typebot#2340: a talk that is over by its time does not swallow what is written next', () => {
  it('it ends without a word, and what is written next is a new message, with a word that says so', async () => {
    await awa.says('eau');
    expect(await awa.pass(4 * DAY)).toEqual([]);
    expect(awa.session).toBeNull();
    expect(await awa.says('puits')).toEqual(['bot.talk_over', 'menu.choix.ask']);
    expect(await awa.says('a')).toEqual([]);
    expect(await awa.says('puits')).toEqual(['bot.nothing_open', 'menu.choix.ask']);
  });

  it('a word that begins a flow begins it', async () => {
    await awa.says('eau');
    await awa.pass(4 * DAY);
    expect(await awa.says('cours')).toEqual(['bot.talk_over', 'cours.bonjour']);
  });

  it('also where the clock has not come round yet, and by a button of the old question', async () => {
    await awa.says('eau');
    const { sid = '' } = awa.session?.frames[0] ?? {};
    awa.now += 4 * DAY;
    const old = { kind: 'choice', token: awa.token(sid, 'source', 'puits') } as const;
    expect(await awa.turn(old)).toEqual(['bot.talk_over', 'menu.choix.ask']);
    expect(awa.last?.events[0]).toMatchObject({ kind: 'expired', flow: 'eau', step: 'source' });
  });

  it('what waited below is asked before a word counts as its answer', async () => {
    await awa.says('sondage');
    await awa.says('30');
    await awa.says('eau');
    expect(await awa.pass(3 * DAY + 1)).toEqual([]);
    expect(awa.session?.frames.map(({ flow }) => flow)).toEqual(['sondage']);
    expect(await awa.says('oui')).toEqual(['bot.talk_over', 'sondage.avis.ask']);
    await awa.says('oui');
    expect(awa.session).toBeNull();
  });
});

describe('typebot#2310: nobody is stuck in an old talk', () => {
  it('glific#2270: a keyword that is no answer begins its flow, and what was open is gone on with after it', async () => {
    await awa.says('sondage');
    expect(await awa.says('eau')).toEqual(['eau.source.ask']);
    expect(awa.session?.frames.map(({ flow }) => flow)).toEqual(['sondage', 'eau']);
    await awa.says('puits');
    expect(await awa.says('mes mots')).toEqual(['eau.merci', 'bot.resume', 'sondage.age.ask']);
    expect(await awa.says('cours')).toEqual(['cours.bonjour', 'bot.resume', 'sondage.age.ask']);
  });

  it('the keyword of the open talk itself asks its question again', async () => {
    await awa.says('eau');
    expect(await awa.says('eau')).toEqual(['bot.resume', 'eau.source.ask']);
  });

  it('what answers the question is its answer, also where it is a keyword too', async () => {
    await awa.says('eau');
    await awa.says('puits');
    expect(await awa.says('cours')).toEqual(['eau.merci']);
  });
});

describe('F1: while a talk lets time pass, nothing is asked', () => {
  it('what is written is a new message, and the talk goes on in its time', async () => {
    await awa.says('cours');
    expect(await awa.says('hm')).toEqual(['bot.nothing_open', 'menu.choix.ask']);
    expect(await awa.says('a')).toEqual(['bot.resume', 'bot.waiting']);
    expect(await awa.prompted('rappel')).toEqual(['rappel.rappel']);
    expect(await awa.pass(DAY)).toEqual(['cours.suite.ask']);
    await awa.taps('yes');
    expect(awa.session).toBeNull();
  });
});
