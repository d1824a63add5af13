import { beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from './person.ts';

const SONDAGE = `triggers: [{ intent: survey }]
survey: paix
steps:
  - ask: age
    type: number
  - ask: avis
    type: text
`;
const MENU = `triggers: [{ intent: menu }]
interrupts: true
steps:
  - ask: choix
    type: choice
    choices: [continuer, fin]
`;
const RAPPEL = `triggers: [{ event: prompt }]
interrupts: true
params: [activite]
steps:
  - call: surveys.next
    key: encore_voulu
    with: { activite: vars.activite }
    save: voulu
  - if: vars.voulu == true
    then: [{ say: rappel }, { call: surveys.next }]
`;
let awa: Person;

beforeEach(async () => {
  awa = new Person({ sondage: SONDAGE, menu: MENU, rappel: RAPPEL });
  await awa.turn({ kind: 'intent', intent: 'menu' });
  await awa.says('fin');
});

describe('F4: flows the house begins, beside the open talk', () => {
  it('say what they have to say, then the open question is asked again, answers kept', async () => {
    await awa.says('sondage');
    await awa.says('30');
    awa.brings = true;
    expect(await awa.prompted('rappel', { activite: 'a1' })).toEqual(['rappel.rappel', 'sondage.avis.ask']);
    expect(awa.session?.frames.map(({ answers }) => answers)).toEqual(['age=30']);
  });

  it('leave the talk as it was where they find nothing to say', async () => {
    await awa.says('sondage');
    await awa.says('dix');
    const before = awa.session;
    awa.brings = false;
    expect(await awa.prompted('rappel', { activite: 'a1' })).toEqual([]);
    expect(awa.session).toEqual(before);
  });

  it('take no side job away that waits for the person', async () => {
    await awa.says('sondage');
    await awa.says('menu');
    awa.brings = true;
    for (let n = 0; n < 5; n += 1)
      expect(await awa.prompted('rappel')).toEqual(['rappel.rappel', 'menu.choix.ask']);
    expect(awa.session?.frames.map(({ flow }) => flow)).toEqual(['sondage', 'menu']);
  });

  it('say their word where nothing is open, and open nothing', async () => {
    awa.brings = true;
    expect(await awa.prompted('rappel')).toEqual(['rappel.rappel']);
    expect(awa.session).toBeNull();
  });
});
