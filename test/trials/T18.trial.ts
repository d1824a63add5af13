import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { softKey } from '../staff/authenticator.ts';
import { ask, type Member, member, openSite, type Site, signIn } from '../staff/site.ts';
import { enrol, guardedRoutes, optionsAt, signInByKey } from '../staff/with-key.ts';

/** T18 in full; `T18_ROUNDS` makes it shorter. */
const ROUNDS = Number(process.env['T18_ROUNDS'] ?? 400);

/** How often a guess by the time of one refusal may be right: three standard errors of 400 rounds above a coin. */
const MOST_RIGHT = 0.5 + 3 / Math.sqrt(6 * ROUNDS) + 0.01;

let site: Site;
let who: Member;
beforeAll(async () => {
  site = await openSite(guardedRoutes);
  who = await member(site, 'admin');
  await enrol(site, who);
});
afterAll(() => site.close());

it('T18: how long a refusal takes does not say what was wrong', async () => {
  const foreign = softKey(site.url);
  const nobody = { ...who, email: 'nobody@example.org' };
  const wrong = { ...who, password: 'entirely wrong words' };
  const families: Record<string, Record<string, () => Promise<Response>>> = {
    code: {
      'unknown e-mail': () => signIn(site, nobody),
      'wrong password': () => signIn(site, wrong),
      'wrong code': () => signIn(site, who, { fields: { code: '000000' } }),
    },
    key: {
      'unknown e-mail': () => signInByKey(site, nobody, foreign),
      'wrong password': () => signInByKey(site, wrong, foreign),
      'wrong key': () => signInByKey(site, who, foreign),
    },
  };
  expect((await ask(site, '/staff/sign-in')).status).toBe(200);
  await optionsAt(site, '/staff/sign-in/options');
  for (const [family, kinds] of Object.entries(families)) {
    const times = await measured(kinds);
    for (const [one, other] of pairs(Object.keys(kinds))) {
      const right = guessedRight(times[one]!, times[other]!);
      const [a, b] = [median(times[one]!), median(times[other]!)];
      console.info(
        `T18: with a ${family}, ${one} ${a.toFixed(2)} ms, ${other} ${b.toFixed(2)} ms (medians of ${String(ROUNDS)}); ` +
          `a guess by the time is right in ${(100 * right).toFixed(1)} % (at most ${(100 * MOST_RIGHT).toFixed(1)} %)`,
      );
      expect(right).toBeLessThanOrEqual(MOST_RIGHT);
    }
  }
}, 900_000);

/** In turn, each round beginning with another kind, so that what the machine does besides meets all of them. */
async function measured(kinds: Record<string, () => Promise<Response>>): Promise<Record<string, number[]>> {
  const names = Object.keys(kinds);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -5; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + 5 + turn) % names.length]!;
      site.pass(3_600_001);
      const since = performance.now();
      const { status } = await kinds[name]!();
      const took = performance.now() - since;
      expect(status).toBe(401);
      if (round >= 0) times[name]!.push(took);
    }
  }
  return times;
}

/** Mann and Whitney: how often the longer of two times is the one of the same kind, whichever kind that is. */
function guessedRight(a: readonly number[], b: readonly number[]): number {
  let wins = 0;
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0;
  const share = wins / (a.length * b.length);
  return Math.max(share, 1 - share);
}

const median = (times: readonly number[]): number => [...times].sort((x, y) => x - y)[times.length >> 1]!;

const pairs = (names: readonly string[]): [string, string][] =>
  names.flatMap((one, at) => names.slice(at + 1).map((other): [string, string] => [one, other]));
