import { z } from 'zod';
import type { CallKind, Fingerprint } from '../../../conversation/ports.ts';
import { dayOf } from '../../../domain/clock.ts';
import { playsSound } from '../../../domain/media.ts';
import { isTheme } from '../offices/office.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import {
  type Answer,
  type KeptQuestion,
  MOST_WAITING,
  openAnswer,
  openReach,
  ticketOf,
  whoOf,
} from '../questions/question.ts';
import type { Keeping } from '../questions/keeping.ts';
import { type Explainer, textFor } from '../shelf/explainer.ts';
import type { Shelf } from '../shelf/shelf.ts';

export interface CallDeps extends Keeping {
  shelf: Shelf;
  offices: OfficesStore;
  fingerprint: Fingerprint;
}

const asked = z.strictObject({ mots: z.string().nullable() });

/** The best three at most, as choices. */
export const findCall = ({ shelf }: Pick<CallDeps, 'shelf'>): CallKind => ({
  name: 'explainers.find',
  kind: 'reads',
  params: asked,
  async run({ mots }, { lang, day }) {
    const found = await shelf.find(wordsIn(mots), day);
    return found.map((each) => ({ key: each.id, label: textFor(each, lang)?.text.title ?? '' }));
  },
});

const PLACES = ['un', 'deux', 'trois'] as const;

/** The same three as they are said before they are offered: each question whole, with its source. */
export const shownCall = ({ shelf }: Pick<CallDeps, 'shelf'>): CallKind => ({
  name: 'explainers.shown',
  kind: 'reads',
  params: asked,
  async run({ mots }, { lang, day }) {
    const found = await shelf.find(wordsIn(mots), day);
    return Object.fromEntries(
      PLACES.flatMap((place, at) => {
        const each = found[at];
        return [
          [place, each === undefined ? null : (textFor(each, lang)?.text.question ?? '')],
          [`${place}_source`, each?.source ?? null],
        ];
      }),
    );
  },
});

/** One explainer, in the person's language or, where it has none, in another. */
export const readCall = ({ shelf, offices }: Pick<CallDeps, 'shelf' | 'offices'>): CallKind => ({
  name: 'explainers.read',
  kind: 'reads',
  params: z.strictObject({ fiche: z.string().nullable() }),
  async run({ fiche }, { lang, day }) {
    const each = await shelf.byId(wordsIn(fiche), day);
    const found = each === undefined ? undefined : textFor(each, lang);
    if (each === undefined || found === undefined) return { la: false };
    const office = await offices.find(each.office);
    return { la: true, ...told(each, office?.name ?? each.org), ...saidAs(found, lang) };
  },
});

const told = ({ source, link, approvedAt, demo }: Explainer, office: string) => ({
  ...{ source, lien: link === '' ? null : link, bureau: office, demo },
  ...{ date: dayOf(approvedAt), annee: dayOf(approvedAt).slice(0, 4) },
});

const saidAs = ({ lang, text }: NonNullable<ReturnType<typeof textFor>>, wanted: string) => ({
  ...{ question: text.question, reponse: text.answer, autre_langue: lang !== wanted },
});

/** Who answers a question about a theme: `bureau` is null where nobody does; `pleine`, where enough of theirs wait. */
export const officeCall = ({
  offices,
  questions,
  fingerprint,
}: Pick<CallDeps, 'offices' | 'questions' | 'fingerprint'>): CallKind => ({
  name: 'explainers.office',
  kind: 'reads',
  params: z.strictObject({ theme: z.string().nullable() }),
  async run({ theme }, { person }) {
    const [office, waiting] = await Promise.all([
      offices.forTheme(isTheme(theme) ? theme : 'autre'),
      questions.ofPerson(whoOf(fingerprint, person), 'waiting'),
    ]);
    const pleine = waiting.length >= MOST_WAITING;
    if (office === undefined) return { bureau: null, nom: null, jours: null, pleine };
    return { bureau: office.id, nom: office.name, jours: office.days, pleine };
  },
});

/** The number a question is called by: a turn that is run again gives the same one, and there is nothing to give back. */
export const ticketCall = ({ fingerprint }: Pick<CallDeps, 'fingerprint'>): CallKind => ({
  name: 'explainers.ticket',
  kind: 'claims',
  params: z.strictObject({}),
  run: async (_params, { conversation, claim }) => ({
    billet: ticketOf(fingerprint, conversation, claim.inbound, claim.call),
  }),
});

/** What an office answered, told to nobody but who asked; `la: false` to everybody else, and where there is none. */
type AnswerDeps = Pick<CallDeps, 'questions' | 'persons' | 'sealer' | 'fingerprint'>;

export const answerCall = (deps: AnswerDeps & Pick<CallDeps, 'offices'>): CallKind => ({
  name: 'explainers.answer',
  kind: 'reads',
  params: z.strictObject({ question: z.string().nullable() }),
  async run({ question: id }, { person, channel }) {
    const question = await deps.questions.find(wordsIn(id));
    if (question === undefined || !question.who.equals(whoOf(deps.fingerprint, person))) return { la: false };
    const answer = await answerTo(deps, question);
    if (answer === null) return { la: false };
    const office = await deps.offices.find(question.office);
    const ko = answer.voice === undefined || !playsSound(channel) ? null : kilobytes(answer.voice.bytes);
    const bureau = office?.name ?? question.org;
    return { la: true, billet: question.ticket, bureau, reponse: answer.text, ko };
  },
});

/** What an office said besides, of their last answer that has a voice; `voix: null` where there is none any more. */
export const voiceCall = (deps: AnswerDeps & Pick<CallDeps, 'offices' | 'spoken'>): CallKind => ({
  name: 'explainers.voice',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person }) {
    const answered = await deps.questions.ofPerson(whoOf(deps.fingerprint, person), 'answered');
    const dayOfAnswer = ({ answeredDay }: KeptQuestion): string => answeredDay ?? '';
    for (const question of answered.sort((one, two) => (dayOfAnswer(one) < dayOfAnswer(two) ? 1 : -1))) {
      const voix = (await answerTo(deps, question))?.voice?.id;
      if (voix === undefined || (await deps.spoken.spoken(voix)) === null) continue;
      const office = await deps.offices.find(question.office);
      return { voix, billet: question.ticket, bureau: office?.name ?? question.org };
    }
    return { voix: null };
  },
});

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

const answerTo = ({ persons, sealer }: AnswerDeps, question: KeptQuestion): Promise<Answer | null> =>
  openAnswer(persons, question, openReach(sealer, question).person);

/** Which office has a question now, told to nobody but who asked; only as long as it is the newest and it waits. */
export const passedCall = ({
  questions,
  offices,
  fingerprint,
}: Pick<CallDeps, 'questions' | 'offices' | 'fingerprint'>): CallKind => ({
  name: 'explainers.passed',
  kind: 'reads',
  params: z.strictObject({ question: z.string().nullable(), rang: z.number().int().nullable() }),
  async run({ question: id, rang }, { person }) {
    const question = await questions.find(wordsIn(id));
    const theirs = question?.who.equals(whoOf(fingerprint, person)) === true;
    if (question === undefined || !theirs || question.passes !== rang || question.state !== 'waiting')
      return { la: false };
    const office = await offices.find(question.office);
    if (office === undefined) return { la: false };
    return { la: true, billet: question.ticket, bureau: office.name, jours: office.days };
  },
});

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');
