import { expect, it } from '@jest/globals';
import { buildSet, Talk } from '../../../../test/engine/talk.ts';
import { type EngineInput, ASK_TYPES, isClassA } from '../../types.ts';

const REPLIES: Record<string, EngineInput> = {
  text: { kind: 'reply', reply: { kind: 'text', text: 'je m’appelle' } },
  phone: { kind: 'reply', reply: { kind: 'text', text: '76123456' } },
  photo: { kind: 'reply', reply: { kind: 'media', media: 'photo', id: 'p1' } },
  voice: { kind: 'reply', reply: { kind: 'media', media: 'voice', id: 'v1' } },
  location: { kind: 'reply', reply: { kind: 'media', media: 'location', at: { lat: 12.6, lon: -8 } } },
};

it.each(ASK_TYPES.filter(isClassA))(
  'F2, T1: the answer to a question for %s leaves the state at once',
  (type) => {
    const talk = new Talk(buildSet({ f: `steps: [{ ask: q, type: ${type} }, { ask: r, type: yes_no }]` }));
    talk.turn({ kind: 'start', flow: 'f' });
    const { events } = talk.turn(REPLIES[type]!);
    expect(events[0]).toMatchObject({ kind: 'answered', type });
    expect(talk.session?.frames[0]).toMatchObject({ step: 'r', answers: {} });
  },
);
