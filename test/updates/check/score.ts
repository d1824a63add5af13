import type { Match } from '../../../src/capabilities/updates/check/match.ts';
import type { Answer } from '../../../src/capabilities/updates/check/answer.ts';
import type { Copy } from './copies.ts';

export interface Wrong {
  copy: Copy;
  answer: Answer;
}

export interface Score {
  copies: number;
  /** Of what is called authentic, how much is: 0 to 1. */
  precision: number;
  /** Of what is authentic, how much is called so. */
  recall: number;
  alteredCalledAuthentic: number;
  /** Truth → what was said → how often. */
  said: Record<string, Record<string, number>>;
  /** How it was mangled or altered → how many, and how many were answered rightly. */
  byHow: Record<string, { n: number; right: number }>;
  wrong: readonly Wrong[];
  /** Milliseconds. */
  p50: number;
  p99: number;
  most: number;
}

/** Asks about every copy, one after the other. */
export async function score(match: Match, copies: readonly Copy[]): Promise<Score> {
  const said: Score['said'] = {};
  const byHow: Score['byHow'] = {};
  const times: number[] = [];
  const wrong: Wrong[] = [];
  let [called, rightly, authentic, altered] = [0, 0, 0, 0];
  for (const copy of copies) {
    const from = performance.now();
    const answer = await match({ text: copy.text });
    times.push(performance.now() - from);
    const row = (said[copy.truth] ??= {});
    row[answer.kind] = (row[answer.kind] ?? 0) + 1;
    const isCalled = answer.kind === 'authentic' && answer.part !== 'number';
    const right = isRight(copy, answer, isCalled);
    const how = (byHow[`${copy.truth === 'authentic' ? '' : `${copy.truth}: `}${copy.how}`] ??= {
      n: 0,
      right: 0,
    });
    how.n += 1;
    how.right += right ? 1 : 0;
    if (!right) wrong.push({ copy, answer });
    if (copy.truth === 'authentic') authentic += 1;
    if (isCalled) called += 1;
    if (isCalled && copy.truth === 'authentic' && answer.number === copy.number) rightly += 1;
    if (isCalled && copy.truth === 'altered') altered += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    ...{ copies: copies.length, precision: rightly / called, recall: rightly / authentic },
    ...{ alteredCalledAuthentic: altered, said, byHow, wrong },
    ...{ p50: at(0.5), p99: at(0.99), most: times.at(-1) ?? 0 },
  };
}

/** Of an altered copy it is enough that it is not called ours; a former version may say the same as the newest one. */
function isRight({ truth, number }: Copy, answer: Answer, isCalled: boolean): boolean {
  if (truth === 'authentic') return isCalled && answer.number === number;
  if (truth === 'altered') return answer.kind === 'altered' && answer.number === number;
  if (truth === 'superseded' || truth === 'withdrawn')
    return answer.kind === truth && answer.number === number;
  return truth === 'other' ? answer.kind === 'not_ours' : answer.kind === 'too_short';
}
