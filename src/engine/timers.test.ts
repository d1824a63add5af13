import { describe, expect, it } from '@jest/globals';
import { rendered } from '../../test/engine/rendered.ts';
import { buildSet, Talk } from '../../test/engine/talk.ts';
import { buildTexts, EVERY_TEXT } from '../../test/engine/universe.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SURVEY = `survey: paix
expires: 7d
steps:
  - ask: age
    type: number
    timeout: { after: 24h, remind: 1, then: fin }
  - ask: avis
    type: yes_no
  - say: fin
`;
const MENU = 'interrupts: true\nsteps: [{ ask: choix, type: choice, choices: [a, b] }]\n';

/** At nine in the morning. */
const begun = (flows: Record<string, string> = {}) => {
  const talk = new Talk(buildSet({ sondage: SURVEY, menu: MENU, ...flows }));
  talk.clock = 10 * DAY + 9 * HOUR;
  talk.turn({ kind: 'start', flow: 'sondage' });
  return talk;
};
const passed = (talk: Talk, ms: number) => talk.pass(ms).flatMap(rendered);
const due = ({ due }: Talk) => {
  if (due === undefined) throw new Error('Nothing is due.');
  return { kind: 'due', sid: due.sid, step: due.step, n: due.n } as const;
};

describe('F1: what time does to a question', () => {
  it('B3: a reminder due at night is given at seven in the morning', () => {
    const talk = begun();
    expect(talk.due?.at).toBe(11 * DAY + 7 * HOUR);
    expect(passed(talk, 21 * HOUR)).toEqual([]);
    expect(passed(talk, HOUR)[0]).toBe('reminded sondage.age');
    expect(passed(talk, 2 * HOUR)).toEqual([
      'timed_out sondage.age',
      'says sondage.fin',
      'survey paix complete',
      'nothing runs',
    ]);
  });

  it('one that the morning would bring after the end is not given at all', () => {
    const short = new Talk(
      buildSet({ f: 'steps: [{ ask: q, type: yes_no, timeout: { after: 10h, remind: 1 } }]' }),
    );
    short.clock = 20 * HOUR;
    short.turn({ kind: 'start', flow: 'f' });
    expect(passed(short, 10 * HOUR)).toEqual(['timed_out f.q', 'nothing runs']);
  });

  it('asks in the words of <step>.remind, or the question again where there are none', () => {
    const flow = { f: 'steps: [{ ask: q, type: yes_no, timeout: { after: 4h, remind: 1 } }]' };
    const plain = new Talk(buildSet(flow, buildTexts({ fr: { 'f.q.ask': 'Oui ?' } })));
    for (const [talk, words] of [
      [plain, 'ask'],
      [new Talk(buildSet(flow, EVERY_TEXT)), 'remind'],
    ] as const) {
      talk.clock = 9 * HOUR;
      talk.turn({ kind: 'start', flow: 'f' });
      expect(passed(talk, 2 * HOUR)).toContain(`says f.q.${words} <yes no>`);
    }
  });

  it('a prompt of the house begins no timer anew, a word of the person does', () => {
    const talk = begun();
    const first = talk.due?.at;
    talk.pass(HOUR);
    talk.turn({ kind: 'again', by: 'house' });
    expect(talk.due?.at).toBe(first);
    talk.turn({ kind: 'again' });
    expect(talk.due?.at).toBe(11 * DAY + 7 * HOUR);
    talk.pass(22 * HOUR);
    talk.turn({ kind: 'again', by: 'house' });
    expect(talk.due).toMatchObject({ n: 1 });
  });
});

describe('F1: what came too late', () => {
  it('a reminder of a question that is answered does nothing', () => {
    const talk = begun();
    const reminder = due(talk);
    talk.says('30');
    talk.clock += DAY;
    const before = talk.session;
    expect(rendered(talk.turn(reminder))).toEqual(['waits at sondage.avis, tries 0']);
    expect(talk.session).toEqual(before);
  });

  it('after an outage the timeout runs, once, and no reminder before it', () => {
    const talk = begun();
    const reminder = due(talk);
    talk.clock += 3 * DAY;
    expect(rendered(talk.turn(reminder))[0]).toBe('timed_out sondage.age');
    expect(rendered(talk.turn(reminder))).toEqual(['nothing runs']);
  });

  it('of several reminders that were missed one is given, in the morning', () => {
    const talk = new Talk(
      buildSet({ f: 'steps: [{ ask: q, type: yes_no, timeout: { after: 8d, remind: 3 } }]' }),
    );
    talk.clock = 9 * HOUR;
    talk.turn({ kind: 'start', flow: 'f' });
    const missed = due(talk);
    talk.clock = 5 * DAY + 23 * HOUR;
    expect(rendered(talk.turn(missed))).toEqual(['waits at f.q, tries 0']);
    expect(talk.due?.at).toBe(6 * DAY + 7 * HOUR);
    expect(passed(talk, 8 * HOUR)).toEqual([
      'reminded f.q',
      'says f.q.remind <yes no>',
      'waits at f.q, tries 0',
    ]);
    expect(talk.due?.at).toBe(6 * DAY + 9 * HOUR + 1);
  });

  it('too early it does nothing either', () => {
    const talk = begun();
    const before = talk.session;
    expect(rendered(talk.turn(due(talk)))).toEqual(['waits at sondage.age, tries 0']);
    expect(talk.session).toEqual(before);
  });

  it('an answer that comes after the time, before the clock could act, is taken', () => {
    const talk = begun();
    talk.clock += 2 * DAY;
    expect(rendered(talk.says('30'))[0]).toBe('answered age number 30 of paix');
  });
});

describe('F4: never into a half-answered question of another flow', () => {
  it('a reminder waits until the side job over it was left alone for an hour', () => {
    const talk = begun();
    talk.pass(21 * HOUR + 59 * 60_000);
    talk.turn({ kind: 'interrupt', flow: 'menu' });
    expect(passed(talk, 59 * 60_000)).toEqual([]);
    expect(passed(talk, 60_000).slice(0, 2)).toEqual(['reminded sondage.age', 'says sondage.age.remind <>']);
    expect(talk.session?.frames.map(({ flow }) => flow)).toEqual(['sondage']);
  });

  it('glific#4474: a timeout under a talk that nobody ends comes all the same, and that is gone on with after it', () => {
    const talk = begun({
      autre: 'steps: [{ ask: q, type: text }]',
      vers: 'interrupts: true\nsteps: [{ goto: { flow: autre } }]',
    });
    talk.turn({ kind: 'interrupt', flow: 'vers' });
    expect(passed(talk, DAY - 1)).toEqual([]);
    expect(passed(talk, 1)).toEqual([
      'timed_out sondage.age',
      'says sondage.fin',
      'survey paix complete',
      'says bot.resume',
      'says autre.q.ask {max_length: 500} <>',
      'waits at autre.q, tries 0',
    ]);
  });

  it('a talk that lets time pass makes room for the question below it, and comes up again in its time', () => {
    const talk = begun({
      cours: 'steps: [{ say: salut }, { wait: { for: 30h }, key: nuit }, { ask: suite, type: yes_no }]',
    });
    expect(rendered(talk.turn({ kind: 'interrupt', flow: 'cours', keeps: true }))).toEqual([
      ...[
        'says cours.salut',
        'says bot.resume',
        'says sondage.age.ask <>',
        'waits at sondage.age, tries 0 over 1',
      ],
    ]);
    talk.pass(20 * HOUR);
    talk.says('30');
    expect(passed(talk, DAY - 1)).toEqual([]);
    expect(passed(talk, 1)).toEqual([
      'says cours.suite.ask <yes no>',
      'waits at cours.suite, tries 0 over 1',
    ]);
    expect(rendered(talk.says('oui')).slice(1)).toEqual([
      ...['says bot.resume', 'says sondage.avis.ask <yes no>', 'waits at sondage.avis, tries 0'],
    ]);
  });
});

describe('F1: a talk that is over by its `expires`', () => {
  const EXPIRING =
    'survey: paix\nexpires: 7d\nsteps: [{ ask: age, type: number }, { ask: avis, type: yes_no }]';
  it('ends without a word, counted from the last thing the person did', () => {
    const talk = begun({ sondage: EXPIRING });
    talk.pass(6 * DAY);
    talk.says('30');
    expect(passed(talk, 7 * DAY - 1)).toEqual([]);
    expect(passed(talk, 1)).toEqual(['expired sondage.avis', 'survey paix broken off', 'nothing runs']);
  });

  it('leaves what stands above it as it is', () => {
    const talk = begun({ sondage: EXPIRING });
    talk.pass(6 * DAY);
    talk.turn({ kind: 'interrupt', flow: 'menu' });
    expect(passed(talk, 2 * DAY)).toEqual([
      'expired sondage.age',
      'survey paix broken off',
      'waits at menu.choix, tries 0',
    ]);
  });

  it('is left at once where something else comes in first', () => {
    const talk = begun({ sondage: EXPIRING });
    talk.clock += 8 * DAY;
    expect(rendered(talk.turn({ kind: 'expire' }))).toEqual([
      'expired sondage.age',
      'survey paix broken off',
      'nothing runs',
    ]);
    const young = begun({ sondage: EXPIRING });
    const before = young.session;
    expect(young.turn({ kind: 'expire' }).events).toEqual([]);
    expect(young.session).toEqual(before);
  });
});
