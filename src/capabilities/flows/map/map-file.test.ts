import { describe, expect, it } from '@jest/globals';
import { buildSet } from '../../../../test/engine/talk.ts';
import { drawingOf } from './drawing.ts';
import { mapFile } from './map-file.ts';

const SONDAGE = `steps:
  - ask: avis
    type: choice
    choices: [bien, mal]
    on_fail: { goto: perdu }
  - if: answers.avis == "mal"
    key: triste
    then: [{ goto: { flow: aide }, key: vers_aide }]
  - say: merci
  - end: true
  - say: perdu
`;
const flow = () => {
  const found = buildSet({ sondage: SONDAGE, aide: 'steps: [{ say: aide }]\n' }).flows.get('sondage');
  if (found === undefined) throw new Error('no flow');
  return found;
};

describe('F12: the map as a picture', () => {
  it('says what it is, what each step says and what each way out is called', () => {
    const svg = mapFile(flow(), ({ key }) => `Texte de ${key}`);
    expect(svg).toContain('aria-labelledby="carte-sondage-titre carte-sondage-desc"');
    expect(svg).toContain('>Carte du parcours sondage</title>');
    expect(svg).toMatch(/<desc [^>]*>Schéma de 4 étapes, du début en haut vers les fins en bas\.<\/desc>/);
    for (const words of ['avis', 'choix', 'Texte de avis.ask', 'répondu', 'sans réponse', 'alors', '→ aide'])
      expect(svg).toContain(`>${words}<`);
  });

  it.each(['</svg><script>alert(1)</script>', '"><a href="javascript:x">', '&lt;b&gt; ]]> <!--', 'ɛɔɲŋ 😀'])(
    '%j stays words',
    (hostile) => {
      const svg = mapFile(flow(), () => hostile);
      expect(svg).not.toMatch(/<(?:script|a|b|!--)/u);
      expect(svg.match(/<\/svg>/gu)).toHaveLength(1);
    },
  );

  it('is the same whenever it is drawn, and nothing stands on anything else', () => {
    const [first, again] = [drawingOf(flow()), drawingOf(flow())];
    expect(again.layout).toEqual(first.layout);
    const boxes = [...first.boxes.values()];
    const apart = boxes.every((a, nth) =>
      boxes
        .slice(nth + 1)
        .every(
          (b) =>
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
        ),
    );
    expect(apart).toBe(true);
  });
});
