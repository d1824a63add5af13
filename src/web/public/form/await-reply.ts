import { setTimeout as pause } from 'node:timers/promises';
import type { ChatDesk, Line } from './ports.ts';

/** Most answers are there within a tenth of a second; who waits for the rest looks again. 2.3 s in all. */
const LOOKS_MS = [50, 80, 120, 150, 200, 300, 400, 500, 500];
/** What is said in one breath comes together. */
const BREATH_MS = 120;

/** The talk with the answer to what was said last, if it comes soon; without it otherwise. */
export async function withReply(desk: ChatDesk, token: string): Promise<Line[]> {
  let talk = await desk.talk(token);
  for (const ms of LOOKS_MS) {
    if (isAnswered(talk)) break;
    await pause(ms);
    talk = await desk.talk(token);
  }
  if (!isAnswered(talk)) return talk;
  await pause(BREATH_MS);
  return desk.talk(token);
}

export function isAnswered(talk: readonly Line[]): boolean {
  const last = talk.at(-1);
  return last !== undefined && last.mine === undefined;
}
