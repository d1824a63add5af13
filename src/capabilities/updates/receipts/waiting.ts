import { numberWords, type Update, type UpdateNumber } from '../model/update.ts';
import { FATE_FLOWS, FATES, readFate } from './fate-due.ts';

/** Nobody is corrected more often within what is kept of them. */
const MOST = 50;

interface Published {
  byNumber(number: UpdateNumber): Promise<Update | undefined>;
  ofNumber(number: UpdateNumber): Promise<Update | undefined>;
}

/** What waits: one that was corrected or withdrawn itself meanwhile is not said any more. */
export const waitingFates = (published: Published) => ({
  ids: new RegExp(`^update-(?:${FATES.join('|')}):`, 'u'),
  most: MOST,
  said(id: string) {
    const { fate, number, version } = known(id);
    return { flow: FATE_FLOWS[fate], params: { numero: numberWords(number), version } };
  },
  async wanted(id: string): Promise<boolean> {
    const { fate, number, version } = known(id);
    if (fate === 'withdrawn') return (await published.ofNumber(number))?.state === 'withdrawn';
    return (await published.byNumber(number))?.publication?.version === version;
  },
});

function known(id: string): NonNullable<ReturnType<typeof readFate>> {
  const read = readFate(id);
  if (read === undefined) throw new Error(`${id} is none of the fates that wait`);
  return read;
}
