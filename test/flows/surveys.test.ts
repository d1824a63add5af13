import { describe, expect, it } from '@jest/globals';
import { surveyOutlines } from '../../src/app/outlines.ts';
import { shipped } from './shipped.ts';

const outlines = new Map(
  surveyOutlines(shipped.set, shipped.speaker).map((outline) => [outline.id, outline.questions]),
);
const typesOf = (survey: string): string[] => (outlines.get(survey) ?? []).map(({ type }) => type);

describe('S3, F8: the surveys that come with Benkan, as staff find their results', () => {
  it('are four: peace, access to news, living together, and what people think of the service', () => {
    expect([...outlines.keys()].sort()).toEqual(['acces-information', 'avis', 'cohesion', 'sondage-paix']);
  });

  it.each(['fr', 'bm'] as const)('S12: each has a name of its own, in %s too', (lang) => {
    const names = surveyOutlines(shipped.set, shipped.speaker).map(
      ({ title }) => title && shipped.speaker.text(lang, title),
    );
    expect([names.includes(undefined), new Set(names).size]).toEqual([false, outlines.size]);
  });

  it('living together is five questions, access to news is five', () => {
    expect(typesOf('cohesion')).toEqual(['choice', 'scale', 'choice', 'choice', 'yes_no']);
    expect(typesOf('acces-information')).toEqual(['choice', 'choice', 'scale', 'choice', 'choice']);
  });

  it('an opinion on the service is a mark and words, which are sealed as any text of a survey (T1)', () => {
    expect(outlines.get('avis')?.map(({ key, type }) => [key, type])).toEqual([
      ['note', 'scale'],
      ['ajouter', 'choice'],
      ['mots', 'text'],
    ]);
  });
});
