import type { Chance } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { DemoPart } from '../../capability.ts';
import { demoEntry, type EntriesStore } from '../../approved/index.ts';
import type { Office } from '../offices/office.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import type { Keeping } from '../questions/keeping.ts';
import { openReach, outcomeId, sealAnswer } from '../questions/question.ts';
import { DEMO_EXPLAINERS, demoContent } from './explainers.ts';

const DAY_MS = 86_400_000;
const REVIEW_AFTER_MS = 180 * DAY_MS;
/** An invented colleague answers in the evening, so many times in the three months. */
const EVENINGS = 24;
const EVENING_MS = 19 * 3_600_000;
/** Of those that wait, one in so many is left waiting: a queue without any is no example of one. */
const LEFT = 4;
const MOST_AN_EVENING = 40;
/** The last ones wait to be approved: two people are shown at work. */
const WAIT = 2;
const COLLEAGUE = 'demo:redaction';
const ANSWER =
  'Merci pour ta question. Le texte est au bureau de la commune, et la radio en parle le samedi matin.';

interface DemoDeps extends Keeping {
  store: EntriesStore;
  offices: OfficesStore;
  chance: Chance;
}

/** Two offices, what they explain, and answers to what invented people ask them. */
export const demoExplainers = (deps: DemoDeps): DemoPart => ({
  deeds: (from, to, org) => {
    const offices = officesOf(deps, org);
    return [
      { at: from, run: () => begin(deps, offices, from) },
      ...DEMO_EXPLAINERS.map((each, index) => {
        const office = offices.find(({ themes }) => themes.includes(each.theme)) ?? offices[0];
        const content = demoContent(each, office?.id ?? '', dayOf(to + REVIEW_AFTER_MS));
        const at = from + (index + 1) * 3_600_000;
        const waits = index >= DEMO_EXPLAINERS.length - WAIT;
        return { at, run: () => demoEntry(deps, { org, content, at, waits }) };
      }),
      ...Array.from({ length: EVENINGS }, (_none, index) => {
        const day = Math.floor((to - from) / DAY_MS / (EVENINGS + 1)) * (index + 1);
        const at = from + day * DAY_MS + EVENING_MS;
        return { at, run: () => answerSome(deps, org, dayOf(at)) };
      }),
    ];
  },
  async sweep() {
    await deps.store.dropDemo();
    await deps.offices.dropDemo();
  },
});

const officesOf = ({ chance }: DemoDeps, org: string): Office[] => [
  {
    ...{ id: chance.token(12), org, demo: true, name: 'Ministère de la Réconciliation (exemple)', days: 7 },
    themes: ['accord', 'dialogue', 'charte', 'reconciliation', 'institutions'],
  },
  {
    ...{ id: chance.token(12), org, demo: true, name: 'Équipe de la campagne (exemple)', days: 3 },
    themes: ['securite', 'voisins', 'autre'],
  },
];

/** A real office that answers for a theme already goes on doing so. */
async function begin({ offices }: DemoDeps, demo: readonly Office[], at: number): Promise<void> {
  const taken = new Set((await offices.all()).flatMap(({ themes }) => themes));
  for (const office of demo) {
    const themes = office.themes.filter((theme) => !taken.has(theme));
    await offices.put({ ...office, themes }, dayOf(at));
  }
}

/** Their answers are there to be read by staff; nobody invented is written to. */
async function answerSome(deps: DemoDeps, org: string, today: string): Promise<void> {
  const { questions, offices, outcomes, persons, sealer, fingerprint } = deps;
  const demo = new Set((await offices.of(org)).flatMap((office) => (office.demo ? [office.id] : [])));
  const waiting = await questions.list({ org, state: 'waiting' }, { skip: 0, limit: MOST_AN_EVENING });
  for (const [at, question] of waiting.entries()) {
    const { id, office, passes } = question;
    if (!demo.has(office) || at % LEFT === LEFT - 1) continue;
    const { person } = openReach(sealer, question);
    const sealed = await sealAnswer(persons, id, person, { text: ANSWER, by: COLLEAGUE });
    if (sealed === null || !(await questions.answer(question, sealed, today))) continue;
    await questions.told(id, 'told');
    await outcomes.answered(outcomeId(fingerprint, id, passes), today);
  }
}
