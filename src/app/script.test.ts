import { describe, expect, it } from '@jest/globals';
import { buildSet } from '../../test/engine/talk.ts';
import { scriptOf } from './script.ts';

const WELCOME = 'triggers: [{ event: first_contact }]\nbefore_consent: true\nsteps: [{ say: bonjour }]';
const CODE =
  'triggers: [{ keywords: { fr: [rejoindre, entrer avec], bm: [kɛ kelen ye] }, rest: code }]\nparams: [code]\nsteps: [{ say: un, with: { code: vars.code } }]';
const PLAIN = 'triggers: [{ keywords: { fr: [relier] } }]\nsteps: [{ say: deux }]';
const script = scriptOf(buildSet({ accueil: WELCOME, rejoindre: CODE, relier: PLAIN }));
const found = (text: string) => {
  const flow = script.forKeyword(text, 'fr');
  return flow && [flow.id, flow.params?.['code']];
};

describe('C6: a keyword and what stands behind it', () => {
  it('begins its flow with it, in any spelling of the word', () => {
    for (const text of ['rejoindre acde 3479', 'Réjoindre  acde 3479', ' REJOINDRE acde 3479'])
      expect([text, found(text)]).toEqual([text, ['rejoindre', 'acde 3479']]);
    expect(found('entrer avec acde')).toEqual(['rejoindre', 'acde']);
    expect(found('ke kelen ye acde')).toEqual(['rejoindre', 'acde']);
  });

  it('begins it without, where nothing does', () => {
    expect(found('rejoindre')).toEqual(['rejoindre', undefined]);
    expect(found('entrer avec')).toEqual(['rejoindre', undefined]);
  });

  it('is no keyword in a sentence, and a word that takes nothing takes nothing', () => {
    expect(found('rejoindre mes amis au village demain matin')).toBeUndefined();
    expect(found('je veux rejoindre acde')).toBeUndefined();
    expect(found('relier acde')).toBeUndefined();
    expect(found(`rejoindre ${'x'.repeat(5000)}`)).toBeUndefined();
  });

  it('must name a param of its flow', () => {
    const wrong = CODE.replace('params: [code]', 'params: [autre]')
      .replace('vars.code', 'vars.autre')
      .replace('with: { code', 'with: { code');
    expect(() => buildSet({ rejoindre: wrong })).toThrow(/unknown_rest/u);
  });
});

describe('B10: a link and what stands behind it', () => {
  const READ =
    'triggers: [{ links: [lire], rest: numero }, { links: [nouvelles] }, { keywords: { fr: [lire] }, rest: numero }]\nparams: [link, numero]\nsteps: [{ say: un, with: { n: vars.numero, l: vars.link } }]';
  const ours = scriptOf(buildSet({ accueil: WELCOME, nouvelles: READ, rejoindre: CODE }));
  const params = (link: string) => ours.forLink?.(link)?.params;

  it('begins its flow with it', () => {
    expect(params('lire-ML-2026-0042')).toEqual({ link: 'lire-ML-2026-0042', numero: 'ML-2026-0042' });
    expect(params('nouvelles')).toEqual({ link: 'nouvelles' });
    expect(params('lire')).toEqual({ link: 'lire' });
  });

  it('is no link where nothing, too much, or behind a link that takes nothing something stands', () => {
    for (const wrong of [
      'lire-',
      `lire-${'x'.repeat(21)}`,
      'nouvelles-ML-2026-0042',
      'lireML-2026-0042',
      '-x',
      'x-lire-y',
    ])
      expect([wrong, params(wrong)]).toEqual([wrong, undefined]);
  });

  it('a word that leads to the same place knows the link, and no other word does', () => {
    const link = (text: string) => ours.forKeyword(text, 'fr')?.link;
    expect(link('Lire ML-2026-0042')).toBe('lire-ML-2026-0042');
    expect(link('lire deux mots')).toBeUndefined();
    expect(ours.forKeyword('lire deux mots', 'fr')?.id).toBe('nouvelles');
    expect(link('rejoindre acde')).toBeUndefined();
  });

  it('must name a param of its flow', () => {
    expect(() => buildSet({ nouvelles: READ.replace('params: [link, numero]', 'params: [link]') })).toThrow(
      /unknown_rest/u,
    );
  });
});
