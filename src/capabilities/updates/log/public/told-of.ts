import type { Speaker } from '../../../../conversation/ports.ts';
import type { Answer } from '../../check/answer.ts';
import type { Match } from '../../check/match.ts';
import { checked } from '../../check/told.ts';
import { itemOf } from '../../public/public-item.ts';
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

/** What a check says on a day, `YYYY-MM-DD`, in the words it says in chat. */
export async function toldOf(
  answer: Answer,
  ctx: PublicContext,
  today: string,
  { log, speaker }: Asking,
): Promise<Told> {
  const { lang, frame } = ctx;
  const item = answer.number === undefined ? undefined : itemOf(await log.of(answer.number));
  const told = checked(answer, item, lang, today, { speaker, publicUrl: frame.publicUrl });
  const say = (key: string): string =>
    speaker.say(lang, { flow: 'verif', key }, { ...told, jour: told.a_revoir });
  const paragraphs = [
    say(String(told.sorte)),
    ...(told.passages === null ? [] : [String(told.passages)]),
    ...(told.mots === null ? [] : [say('a_cote')]),
    ...(told.a_revoir === null ? [] : [say('a_revoir')]),
    ...(told.demo === true ? [say('demo')] : []),
  ];
  return {
    ...{ tone: TONES[answer.kind], paragraphs },
    ...(answer.number === undefined ? {} : { href: ctx.to(verifyPath(answer.number)) }),
  };
}
