import { describe, expect, it } from '@jest/globals';
import { type Rehearsal, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { profileFor, shipped } from '../flows/shipped.ts';

/** A survey with its first question answered and its second open. */
async function halfWay(lang: string): Promise<Rehearsal> {
  const rehearsal = rehearse(shipped.deps(lang), profileFor('sondage-paix', lang));
  await rehearsal.begin('sondage-paix');
  await rehearsal.play({ tap: 'eau' });
  return rehearsal;
}

const said = (lines: Awaited<ReturnType<Rehearsal['play']>>): string[] =>
  lines.flatMap((line) => ('out' in line ? [`${line.out.flow}/${line.out.key}`] : []));

describe.each(shipped.languages)(
  'rapidpro#712: a talk is left cleanly and gone on with where it was, in %s',
  (lang) => {
    it('after the menu, at the same question, with the answers given before', async () => {
      const rehearsal = await halfWay(lang);
      expect(said(await rehearsal.play({ say: 'menu' }))).toEqual(['menu/choix.ask']);
      expect(said(await rehearsal.play({ tap: 'continuer' }))).toEqual([
        'bot/resume',
        'sondage-paix/age.ask',
      ]);
      await rehearsal.play({ say: '25' });
      await rehearsal.play({ say: 'x' });
      await rehearsal.play({ say: 'Bamako' });
      const last = await rehearsal.play({ tap: 'yes' });
      expect(last).toContainEqual({
        event: { kind: 'survey_ended', survey: 'sondage-paix', complete: true },
      });
      expect(rehearsal.end().end).toEqual({ state: 'done', bytes: 0 });
    });

    it('after a stop and a night, too', async () => {
      const rehearsal = await halfWay(lang);
      expect(said(await rehearsal.play({ say: 'stop' }))).toEqual(['stop/arrete.ask']);
      await rehearsal.play({ wait: 9 * 3_600_000 });
      expect(said(await rehearsal.play({ tap: 'revenir' }))).toEqual(['menu/retour', 'menu/choix.ask']);
      expect(said(await rehearsal.play({ tap: 'continuer' }))).toEqual([
        'bot/resume',
        'sondage-paix/age.ask',
      ]);
    });

    it('after a side talk about something else, at once', async () => {
      const rehearsal = await halfWay(lang);
      await rehearsal.play({ say: 'langue' });
      expect(said(await rehearsal.play({ tap: lang }))).toEqual([
        'langue/fait',
        'bot/resume',
        'sondage-paix/age.ask',
      ]);
    });
  },
);
