import { answering } from '../measure/processes.mjs';

// One contestant of P1 in a process of its own. Each module exports `open({ dist })`, which gives `survey(n)`: the n-th
// person answers one whole survey; it returns how many turns that took.
const [contestant, dist] = process.argv.slice(2);
const { open } = await import(`./${contestant}.mjs`);
let survey;

answering(async ({ ask, surveys }) => {
  if (ask === 'open') {
    survey = await open({ dist });
    return null;
  }
  const before = process.cpuUsage();
  let turns = 0;
  for (let n = 0; n < surveys; n += 1) turns += await survey(n);
  const { user, system } = process.cpuUsage(before);
  return { turns, seconds: (user + system) / 1e6 };
});
