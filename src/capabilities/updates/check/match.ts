import type { PublicLog } from '../log/ports.ts';
import type { Answer } from './answer.ts';
import type { Wrappings } from './frame.ts';
import { itemOf, type PublicItem } from '../public/public-item.ts';
import type { PublishedIndex } from './published-index.ts';
import { numberOf, readCode } from './read-code.ts';
import { verdict } from './verdict.ts';
import { type Text, wordsOf } from './words.ts';

export type Claim = { text: string } | { code: string } | { image: Buffer };
export type Match = (claim: Claim) => Promise<Answer>;

export interface MatchDeps {
  log: Pick<PublicLog, 'of'>;
  index: PublishedIndex;
  /** What stands around an item wherever we show it. */
  wrappings: Wrappings;
  /** What a picture looks like among our cards. */
  look: (image: Buffer) => Promise<Answer>;
}

/** Items whose words are laid beside a claim; the right one is nearly always the first. */
const CANDIDATES = 6;
/** Numbers a message names that are looked up: more than a digest of a week has. */
const MAX_CODES = 3;

/**
 * Is this really ours? Asked with what a person was sent: words, a number, or a picture. Keeps nothing of it.
 * @throws Fault `unavailable` where the log cannot be read now
 */
export const matcher = (deps: MatchDeps): Match => {
  const { index } = deps;
  return async (claim) => {
    await index.follow();
    if ('image' in claim) return named(index, await deps.look(claim.image));
    const asked = 'code' in claim ? claim.code : withoutCommand(claim.text);
    const answer = 'code' in claim ? await byCode(deps, asked) : await byText(deps, asked);
    return named(index, answer);
  };
};

async function byText(deps: MatchDeps, asked: string): Promise<Answer> {
  if (readCode(asked) !== undefined) return byCode(deps, asked);
  const text = wordsOf(asked);
  if (text.words.length === 0) return { kind: 'nothing' };
  const codes = codesIn(text).slice(0, MAX_CODES);
  const numbers = [...new Set([...deps.index.likely(text.words, CANDIDATES), ...codes])];
  const items = (await Promise.all(numbers.map((number) => publishedAs(deps, number)))).flatMap(
    (item) => item ?? [],
  );
  const answer = verdict(text, items, deps.wrappings);
  const bearing = items.find(({ number }) => codes.includes(number));
  if (bearing === undefined) return answer;
  // A number with hardly a word is a question for that number.
  if (answer.kind === 'too_short') return standing(bearing);
  return answer.kind === 'not_ours' ? { ...answer, like: answer.like ?? bearing.number } : answer;
}

async function byCode(deps: MatchDeps, asked: string): Promise<Answer> {
  const code = readCode(asked);
  if (code === undefined) return { kind: 'nothing' };
  const years = code.year === undefined ? deps.index.years() : [code.year];
  for (const year of years) {
    const item = await publishedAs(deps, numberOf(year, code.n));
    if (item !== undefined) return standing(item);
  }
  return { kind: 'not_ours', part: 'number' };
}

/** What stands under a number now. */
const standing = ({ number, now, withdrawn }: PublicItem): Answer => ({
  kind: withdrawn !== undefined ? 'withdrawn' : 'authentic',
  ...{ number, version: now.version, part: 'number' },
});

const publishedAs = async ({ log }: MatchDeps, number: string): Promise<PublicItem | undefined> =>
  itemOf(await log.of(number));

const codesIn = ({ words }: Text): string[] => [
  ...new Set(words.flatMap(({ kind, safe }) => (kind === 'code' ? [safe.toUpperCase()] : []))),
];

/** The word that asks is no part of what is asked about. */
export const withoutCommand = (text: string): string =>
  text.replace(
    /^\s*\/?(?:v[ée]rif(?:i(?:e[rz]?|cation))?|rumeur|s[ɛeèé]g[ɛeèé]s[ɛeèé]g[ɛeèé])(?:@\w{1,64})?(?=[\s:,.!?]|$)[\s:,.]*/iu,
    '',
  );

const named = (index: PublishedIndex, answer: Answer): Answer =>
  answer.kind === 'not_ours' ? { ...answer, publishers: index.publishers() } : answer;
