import { describe, expect, it } from '@jest/globals';
import type { Line } from '../conversation/rehearsal/rehearse.ts';
import { type Expected, observed, otherwise } from '../conversation/rehearsal/transcript/observed.ts';
import { writeTranscript } from '../conversation/rehearsal/transcript/transcript.ts';
import { readTranscripts } from './transcript.ts';

const out = (key: string, lang?: string): Line => ({
  out: { flow: 'avis', key, text: key, choices: [], ...(lang !== undefined && { lang }) },
});
const answered: Line = { saved: { eau: 'oui' } };
const moved: Line = { saved: { 'person.lang': 'bm' } };
const effect: Line = { event: { kind: 'asked_for', effect: 'updates.subscribe', params: {} } };
const ended: Line = { event: { kind: 'survey_ended', survey: 'avis', complete: true } };

describe('F8: a transcript tells the order in which things happen', () => {
  it('kind by kind where an answer is kept and the next thing said', () => {
    expect(observed([answered, out('merci'), out('age.ask')], 'avis')).toEqual({
      saved: { eau: 'oui' },
      says: ['merci', 'age.ask'],
    });
  });

  it('with then where more happens; what is said in a row stands in one list', () => {
    expect(observed([answered, out('note'), effect, out('merci'), out('fin'), ended], 'avis')).toEqual({
      then: [
        { saved: { eau: 'oui' } },
        { says: 'note' },
        { does: 'updates.subscribe' },
        { says: ['merci', 'fin'] },
        { event: 'survey_ended' },
      ],
    });
  });

  it('with the flow of a text that is another one’s, and the language where it is not the talk’s own', () => {
    expect(observed([out('merci', 'bm')], 'menu')).toEqual({ says: [{ bm: 'avis/merci' }] });
  });
});

describe('F8: a turn goes another way than expected', () => {
  const lines = [answered, moved, out('merci'), effect, out('fin')];
  const then: NonNullable<Expected['then']> = [
    { saved: { eau: 'oui', 'person.lang': 'bm' } },
    { says: 'merci' },
    { does: 'updates.subscribe' },
    { says: 'fin' },
  ];
  const went = (expected: Expected, of = lines): boolean =>
    otherwise(expected, of, 'avis', ['a', 'b']) === undefined;

  it.each<[string, Expected, boolean]>([
    ['all as it happened', { then }, true],
    ['a say and a do swapped', { then: [then[0]!, then[2]!, then[1]!, then[3]!] }, false],
    [
      'two things kept swapped',
      { then: [{ saved: { 'person.lang': 'bm', eau: 'oui' } }, ...then.slice(1)] },
      false,
    ],
    [
      'another effect',
      { then: then.map((each) => ('does' in each ? { does: 'updates.unsubscribe' } : each)) },
      false,
    ],
    ['a text that is not said', { then: then.slice(0, 3) }, false],
    [
      'kind by kind, in any order of the kinds',
      { says: ['merci', 'fin'], events: ['asked_for'], saved: { 'person.lang': 'bm', eau: 'oui' } },
      true,
    ],
    [
      'kind by kind, two texts swapped',
      { says: ['fin', 'merci'], events: ['asked_for'], saved: { eau: 'oui', 'person.lang': 'bm' } },
      false,
    ],
    [
      'kind by kind, without what else happens',
      { says: ['merci', 'fin'], saved: { eau: 'oui', 'person.lang': 'bm' } },
      false,
    ],
    ['the buttons', { then, offers: ['a', 'b'] }, true],
    ['the buttons in another order', { then, offers: ['b', 'a'] }, false],
  ])('%s', (_, expected, passes) => {
    expect(went(expected)).toBe(passes);
  });

  it('says it in another language', () => {
    expect(went({ says: ['merci'] }, [out('merci', 'bm')])).toBe(false);
    expect(went({ says: [{ bm: 'merci' }] }, [out('merci', 'bm')])).toBe(true);
  });
});

describe('F8: transcripts are written as they are read', () => {
  const TEXT = `- title: subscribes
  lang: fr
  talk:
    - says: [ choix.ask ]
      offers: [ abonner, menu ]
    - tap: abonner
      then:
        - saved: { choix: abonner }
        - does: updates.subscribe
        - says: [ { bm: abonne }, fin ]
  end: done
`;

  it('in both forms', () => {
    const [transcript] = readTranscripts(TEXT, 'avis.test.yaml');
    expect(writeTranscript(transcript!)).toBe(TEXT);
  });

  it.each([
    [
      'then beside says',
      TEXT.replace('      then:', '      says: [ fin ]\n      then:'),
      /entry 2: then stands in the place of/,
    ],
    [
      'something unknown under then',
      TEXT.replace('does:', 'sends:'),
      /then\.1: must be one of says, saved, does, event/,
    ],
  ])('refuses %s', (_, text, says) => {
    expect(() => readTranscripts(text, 'avis.test.yaml')).toThrow(says);
  });
});
