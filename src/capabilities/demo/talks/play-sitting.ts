import type { Inbound } from '../../../domain/message.ts';
import { diceOf } from '../people/dice.ts';
import { opinionsOf } from '../people/opinions.ts';
import { type Deed, deedFor } from './habits/index.ts';
import { type Sitting, userOf, type Wish } from './sitting.ts';
import type { OpenQuestion, Talks } from './talks.ts';

/** A flow that goes on asking has met somebody who does not understand it: nobody stays for ever. */
const MAX_TURNS = 25;

export interface Playing {
  seed: number;
  talks: Talks;
  /** Called before each message; throws where the load is to end. */
  beforeTurn: () => void;
}

/** Plays one sitting: what somebody says first, then an answer to whatever is asked, until they have had enough. */
export async function playSitting({ seed, talks, beforeTurn }: Playing, sitting: Sitting): Promise<void> {
  const { person } = sitting;
  const user = userOf(person);
  const dice = diceOf(seed, 'talk', person.number, sitting.turn);
  const opinions = opinionsOf(seed, person);
  let sent = 0;
  const send = async (content: Inbound['content']): Promise<void> => {
    beforeTurn();
    await talks.receive(user, `${sitting.turn}-${sent}`, content);
    sent += 1;
  };

  /** Answers what is asked. `false`: the phone is put away for good. */
  const goOn = async (patience: number): Promise<boolean> => {
    let before: OpenQuestion | null = null;
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      const question = await talks.question(user);
      // Nothing is asked by the bot while somebody of the team has the talk.
      if (question === null || question.held) return true;
      const again = question.flow === before?.flow && question.step === before.step;
      const deed = deedFor({ person, opinions, question, again, dice });
      if (deed === 'puts the phone away') return question.flow === 'menu';
      if (turn >= patience) return false;
      await send(contentOf(deed, question));
      before = question;
    }
    return false;
  };

  if (sitting.turn === 0) {
    await send({ kind: 'text', text: dice.one(GREETINGS[person.lang]) });
    if (!(await goOn(MAX_TURNS))) return;
  }
  for (const wish of person.begins === 'agrees' ? sitting.wishes : []) {
    await send({ kind: 'text', text: dice.one(WISH_WORDS[person.lang][wish]) });
    if (!(await goOn(sitting.patience))) return;
  }
  for (const text of sitting.says ?? []) await send({ kind: 'text', text });
}

function contentOf(deed: Exclude<Deed, string>, question: OpenQuestion): Inbound['content'] {
  if ('tap' in deed) return question.tap(deed.tap);
  return 'say' in deed ? { kind: 'text', text: deed.say } : { kind: 'media', media: deed.send };
}

const GREETINGS = {
  fr: ['Bonjour', 'bonjour', 'salut', 'bjr', '/start', 'Bonsoir'],
  bm: ['i ni ce', 'I ni sɔgɔma', 'i ni sogoma', '/start', 'i ni tile'],
} as const;

/** The words citizens can always type, some with slips. */
const WISH_WORDS: Readonly<Record<'fr' | 'bm', Record<Wish, readonly string[]>>> = {
  fr: {
    survey: ['sondage', 'Sondage', 'sondaje'],
    news: ['nouvelles', 'Nouvelles', 'nouvelle'],
    volunteer: ['volontaire', 'Volontaire', 'volontère'],
    events: ['activités', 'activites', 'Activités'],
    help: ['aide', 'Aide'],
    stop: ['stop', 'STOP'],
    erase: ['effacer'],
    question: ['question', 'Question', 'poser une question'],
    timeline: ['où en est-on', 'ou en est on', 'étapes'],
    chatter: ['ça va bien ?', 'merci', 'tu es qui', '👍'],
    person: ['parler', 'Parler à quelqu’un', 'parler'],
  },
  bm: {
    survey: ['ɲininkali', 'nyininkali', 'ɲininkali'],
    news: ['kibaruya', 'kibaruya', 'kunnafoni'],
    volunteer: ['yɛrɛbɔ', 'yerebo', 'wɔlɔntɛri'],
    events: ['activités', 'activites'],
    help: ['dɛmɛ', 'deme'],
    stop: ['a dabila', 'stop'],
    erase: ['effacer', 'jɔsi'],
    question: ['ka ɲininka', 'ka nyininka'],
    timeline: ['bɛn kunnafoniw', 'ben kunnafoniw'],
    chatter: ['i ka kɛnɛ wa', 'i ni ce', '👍'],
    person: ['ka kuma', 'kuma'],
  },
};
