import { z } from 'zod';
import type { EffectContext, EffectKind } from '../../../conversation/ports.ts';
import { isTheme, QUESTION_THEMES } from '../offices/office.ts';
import { PASS } from './names.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import type { Keeping } from './keeping.ts';
import {
  type KeptQuestion,
  MAX_QUESTION,
  outcomeId,
  questionId,
  sealReach,
  whoOf,
  wordsPlace,
} from './question.ts';

const passed = z.strictObject({
  mots: z.string().min(1).max(MAX_QUESTION),
  theme: z.enum(QUESTION_THEMES),
  bureau: z.string().min(1).max(64),
  billet: z.string().min(1).max(20),
});
type Passed = z.infer<typeof passed>;

/** Passes a question to its office, after the commit that said so; each may be applied again after a crash, and stands once. */
export const passEffect = (deps: Keeping & { offices: OfficesStore }): EffectKind<Passed> => ({
  name: PASS,
  params: passed,
  from(event) {
    if (event.kind !== 'asked_for' || event.effect !== PASS) return [];
    const { mots, theme } = event.params;
    const short = typeof mots === 'string' ? mots.slice(0, MAX_QUESTION) : mots;
    return [passed.parse({ ...event.params, mots: short, theme: isTheme(theme) ? theme : 'autre' })];
  },
  async apply(batch) {
    for (const { params, context } of batch) await keep(deps, params, context);
  },
});

async function keep(
  deps: Keeping & { offices: OfficesStore },
  { mots, theme, bureau, billet }: Passed,
  { person, conversation, lang, day }: EffectContext,
): Promise<void> {
  const { fingerprint, sealer, persons, questions, outcomes } = deps;
  const id = questionId(fingerprint, conversation, billet);
  const office = await deps.offices.find(bureau);
  const words = await persons.seal(person, mots, wordsPlace(id));
  // The office is gone with the demonstration, or nobody is there any more who would be answered.
  if (office === undefined || words === null) return;
  const question: KeptQuestion = {
    ...{ id, who: whoOf(fingerprint, person), reach: sealReach(sealer, id, { person, conversation }) },
    ...{ words, answer: null, trail: null, passes: 0, org: office.org, office: office.id, theme, lang },
    ...{ ticket: billet, state: 'waiting', told: null, day, since: day, answeredDay: null },
  };
  await questions.add(question);
  await outcomes.asked(outcomeId(fingerprint, id, 0), { org: office.org, office: office.id, theme, day });
  if ((await persons.seal(person, mots, wordsPlace(id))) !== null) return;
  // Erased in between: what was just written must not outlive them.
  await questions.erase(question.who);
  await outcomes.erase([outcomeId(fingerprint, id, 0)]);
}
