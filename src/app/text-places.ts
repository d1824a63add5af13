import { kindOf, nameOf } from '../capabilities/flows/map/map-words.ts';
import { MAP_FR } from '../capabilities/flows/map/words.fr.ts';
import { SURVEY_TITLE } from '../capabilities/surveys/index.ts';
import { LABEL_LIMITS } from '../engine/check/texts.ts';
import type { CompiledFlow, CompiledStep, FlowSet } from '../engine/flow-set.ts';
import type { TextUse } from '../engine/nodes/node-kind.ts';
import type { SpeakingTexts } from '../language/index.ts';
import type { TextPlace } from '../language/reviewing/index.ts';

type Speaking = Pick<SpeakingTexts, 'text' | 'fallback' | 'locales'>;

/** What every channel shows whole: a longer label would be cut on some phone. */
const LONGEST_LABEL = Math.min(...LABEL_LIMITS.map(({ max }) => max));
/** What stands before a choice that was taken. */
const MARK = 2;

/**
 * Where a citizen meets each text, by `flow/key`, in the words of whoever reviews it: in which flow, as what, under which
 * question, and how long it may be there.
 */
export function textPlaces(
  { flows }: Pick<FlowSet, 'flows'>,
  speaker: Speaking,
): ReadonlyMap<string, TextPlace> {
  const places = new Map<string, TextPlace>();
  for (const flow of flows.values()) {
    if (flow.survey !== undefined) places.set(`${flow.id}/${SURVEY_TITLE}`, { where: WORDS.title(flow.id) });
    for (const step of flow.steps)
      for (const use of step.node.texts) {
        const id = `${use.text.flow}/${use.text.key}`;
        places.set(id, tighter(places.get(id), placeOf(flow, step, use, speaker)));
      }
  }
  for (const key of speaker.locales.get(speaker.fallback)?.get('bot')?.keys() ?? []) {
    const id = `bot/${key}`;
    if (!places.has(id)) places.set(id, { where: botPlace(key) });
  }
  return places;
}

/** Met in several places: named by the first of them, and as short as the shortest needs. */
function tighter(known: TextPlace | undefined, place: TextPlace): TextPlace {
  if (known === undefined) return place;
  const max = Math.min(known.max ?? Infinity, place.max ?? Infinity);
  return max === Infinity ? known : { ...known, max };
}

function placeOf(
  flow: CompiledFlow,
  step: CompiledStep,
  { text, label, marked }: TextUse,
  speaker: Speaking,
): TextPlace {
  const limit = label === true ? { max: marked === true ? LONGEST_LABEL - MARK : LONGEST_LABEL } : {};
  if (text.flow === 'bot') return { where: label === true ? WORDS.anyButton : botPlace(text.key), ...limit };
  const name = `${flow.id}, ${nameOf(step, MAP_FR)}`;
  if (label !== true) return { where: WORDS.said(name, kindOf(step, MAP_FR)) };
  const asked = step.node.texts.find((use) => use.text.key.endsWith('.ask'));
  const question = asked && speaker.text(speaker.fallback, asked.text);
  return { where: WORDS.button(name, question), ...limit };
}

const botPlace = (key: string): string =>
  WORDS.bot.find(({ begins }) => key.startsWith(begins))?.where ?? WORDS.everywhere;

const WORDS = {
  everywhere: 'Partout dans la conversation',
  anyButton: 'Bouton, dans plusieurs questions',
  bot: [
    { begins: 'dates.', where: 'Dans une date' },
    { begins: 'commands.', where: 'Liste des commandes de Telegram' },
    { begins: 'languages.', where: 'Nom d’une langue' },
    { begins: 'retry.', where: 'Quand la réponse n’a pas été comprise' },
  ],
  title: (flow: string): string => `${flow}, nom du sondage sur les pages du site`,
  said: (place: string, kind: string): string => `${place} (${kind})`,
  button: (place: string, question: string | undefined): string =>
    question === undefined ? `${place} : bouton` : `${place} : bouton sous « ${question} »`,
};
