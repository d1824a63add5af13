import { describe, expect, it } from '@jest/globals';
import { buildSet } from '../../../test/engine/talk.ts';
import { graphOf } from './flow-graph.ts';
import { mermaid } from './mermaid.ts';
import { placed } from './placing/placed.ts';

const SONDAGE = `steps:
  - ask: avis
    type: choice
    choices: [bien, mal]
    on_fail: { goto: perdu }
  - if: answers.avis == "mal"
    key: triste
    then: [{ goto: { flow: aide }, key: vers_aide }]
  - call: surveys.next
    key: suite
    on_fail: { goto: perdu }
  - if: person.stopped
    key: encore
    then: { goto: avis }
  - say: merci
  - end: true
    key: fin
  - say: perdu
`;
const flow = (source: string) => {
  const found = buildSet({ sondage: source, aide: 'steps: [{ say: aide }]\n' }).flows.get('sondage');
  if (found === undefined) throw new Error('no flow');
  return found;
};
const edges = (source: string) =>
  graphOf(flow(source)).edges.map(
    ({ from, to, ways, forks }) => `${from} ${forks ? ways.join(',') : ''}> ${to}`,
  );

describe('F12: the map of a flow', () => {
  it('leads through every way out, by the names an author knows; what only leads on is a line', () => {
    expect(edges(SONDAGE)).toEqual([
      'entry > step:avis',
      'step:avis answered> step:triste',
      'step:avis on_fail> step:perdu',
      'step:triste then> flow:aide:step:triste',
      'step:triste else> step:suite',
      'step:suite ok> step:encore',
      'step:suite fail> step:perdu',
      'step:encore then> step:avis',
      'step:encore else> step:merci',
      'step:merci > end:step:merci',
      'step:perdu > end:step:perdu',
    ]);
  });

  it('draws ways that lead to the same place as one', () => {
    expect(edges('steps: [{ ask: nom, type: text }]\n')).toEqual([
      'entry > step:nom',
      'step:nom > end:step:nom',
    ]);
  });

  it('draws signposts that point at each other as an end, and a flow that begins with one', () => {
    const ring = 'steps:\n  - { goto: b, key: a }\n  - { goto: a, key: b }\n';
    expect(edges(ring)).toEqual(['entry > end:entry']);
  });
});

/** What a line of a Mermaid flowchart may look like here; anything else could be read as something it is not. */
const LABEL = String.raw`"(?:[\p{L}\p{N}\p{M} .,!?’…_-]|#\d+;|<br/>)*"`;
const LINE = new RegExp(
  String.raw`^(?:flowchart TD|  %% [^\n]*|  n\d+(?:\(\[${LABEL}\]\)|\(\(${LABEL}\)\)|\[\[${LABEL}\]\]|\[/${LABEL}/\]|\{\{${LABEL}\}\}|\[${LABEL}\])|  n\d+ -->(?:\|${LABEL}\|)? n\d+|)$`,
  'u',
);

describe('F12: the map as Mermaid', () => {
  it('is a flowchart of named boxes and lines', () => {
    const lines = mermaid(graphOf(flow(SONDAGE)), () => 'Bonjour').split('\n');
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
    expect(lines).toContain('  n1[/"avis<br/>Bonjour"/]');
    expect(lines).toContain('  n1 -->|"answered"| n2');
  });

  it.each([
    '"]; click n1 "javascript:alert(1)"',
    '<img src=x onerror=alert(1)>',
    'a --> b\n  end\nsubgraph x',
    '`code` %% comment',
    '#quot; & &lt; {{"',
    'ɛ ɔ ɲ ŋ ߛߏ 😀 \ud800',
    'end',
  ])('%j stays words', (hostile) => {
    const text = mermaid(graphOf(flow(SONDAGE)), () => hostile);
    expect(text.split('\n').filter((line) => !LINE.test(line))).toEqual([]);
    expect(text.split('\n')).toHaveLength(mermaid(graphOf(flow(SONDAGE))).split('\n').length);
  });
});

describe('F12: the layout', () => {
  const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100, height: 40 }));
  const line = (way: string) => ({ from: way.slice(0, 1), to: way.slice(1) });

  it('leads down, and up where a line goes back', () => {
    const { boxes: at, lines } = placed(boxes, ['ab', 'bc', 'cb', 'cd'].map(line));
    const tops = boxes.map(({ id }) => at.get(id)?.y ?? -1);
    expect(tops).toEqual([...tops].sort((x, y) => x - y));
    expect(new Set(tops).size).toBe(4);
    const back = lines[2] ?? [];
    expect(back[0]?.y).toBeGreaterThan(back.at(-1)?.y ?? Infinity);
  });

  it('keeps boxes of a row apart and inside the map', () => {
    const wide = placed(boxes, ['ab', 'ac', 'ad'].map(line));
    const row = ['b', 'c', 'd'].map((id) => wide.boxes.get(id)?.x ?? -1).sort((x, y) => x - y);
    expect(row[0]).toBeGreaterThanOrEqual(0);
    expect((row[1] ?? 0) - (row[0] ?? 0)).toBeGreaterThan(100);
    expect((row[2] ?? 0) - (row[1] ?? 0)).toBeGreaterThan(100);
    expect((row[2] ?? 0) + 100).toBeLessThanOrEqual(wide.width);
  });

  it('uncrosses what need not cross, and draws a box that leads to itself', () => {
    const { boxes: at, lines } = placed(
      [...boxes, { id: 'e', width: 100, height: 40 }, { id: 'f', width: 100, height: 40 }],
      [line('ab'), line('ac'), line('bf'), line('ce'), line('dd')],
    );
    const x = (id: string) => at.get(id)?.x ?? 0;
    expect(Math.sign(x('b') - x('c'))).toBe(Math.sign(x('f') - x('e')));
    expect(lines[4]?.length).toBeGreaterThan(2);
  });

  it('draws an empty map', () => {
    expect(placed([], []).boxes.size).toBe(0);
  });
});
