import type { Speaker } from '../../../../conversation/ports.ts';
import type { Answer } from '../../check/answer.ts';
import type { Match } from '../../check/match.ts';
import { itemIn } from '../../check/published-text.ts';
import { checked } from '../../check/told.ts';
import type { PublicContext } from '../../../../web/public/index.ts';
import type { PublicLog } from '../ports.ts';
import type { Told } from './ask-page.tsx';
import { verifyPath } from './proof-page.tsx';

export interface Asking {
  match: Match;
  log: Pick<PublicLog, 'of'>;
  speaker: Speaker;
}

/** How grave an answer is; what is not ours is no error: nobody knows whether it is false. */
const TONES: Readonly<Record<Answer['kind'], Told['tone']>> = {
  ...{ authentic: 'success', altered: 'warning', withdrawn: 'warning', superseded: 'warning' },
  ...{ not_ours: 'warning', looks_like: 'warning', too_short: 'info', unreadable: 'info', nothing: 'info' },
};

/** What a check says, in the words it says in chat. */
export async function toldOf(answer: Answer, ctx: PublicContext, { log, speaker }: Asking): Promise<Told> {
  const { lang, frame } = ctx;
  const item = answer.number === undefined ? undefined : itemIn(await log.of(answer.number));
  const told = checked(answer, item, lang, { speaker, publicUrl: frame.publicUrl });
  const say = (key: string): string => speaker.say(lang, { flow: 'verif', key }, told);
  const paragraphs = [
    say(String(told.sorte)),
    ...(told.passages === null ? [] : [String(told.passages)]),
    ...(told.mots === null ? [] : [say('a_cote')]),
  ];
  return {
    ...{ tone: TONES[answer.kind], paragraphs },
    ...(answer.number === undefined ? {} : { href: ctx.to(verifyPath(answer.number)) }),
  };
}
