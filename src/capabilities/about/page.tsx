import type { VNode } from 'preact';
import type { Speaker } from '../../conversation/ports.ts';
import {
  inBoth,
  langOf,
  plainly,
  type PublicContext,
  PublicPage,
  type PublicWords,
  Say,
  type Spoken,
} from '../../web/public/index.ts';
import { ABOUT_BM } from './words.bm.ts';
import { ABOUT_FR } from './words.fr.ts';

export const ABOUT = inBoth(ABOUT_FR, ABOUT_BM);
type Words = PublicWords<typeof ABOUT_FR>;

/** One rule of retention: what is kept, and for how many days; absent: as long as its person wants. */
export interface KeptFor {
  name: string;
  /** In French, for whoever wants to know it all. */
  says: string;
  days?: number;
}

interface AboutProps {
  ctx: PublicContext;
  speaker: Speaker;
  /** Who runs this house. */
  runs: string;
  /** Who paid for what was published last. */
  funders: readonly string[];
  kept: readonly KeptFor[];
}

/** Who runs this, what is agreed to, what is kept and how long, and how to stop. */
export function AboutPage({ ctx, speaker, runs, funders, kept }: AboutProps): VNode {
  const words = ABOUT[ctx.lang];
  const consent = (['qui', 'pourquoi', 'qui_voit', 'duree', 'partir'] as const).map((key) =>
    speaker.say(ctx.lang, { flow: 'accueil', key }),
  );
  return (
    <PublicPage {...ctx.frame} title={words.title} description={plainly(words.about)} canonical="/about">
      <Part id="qui" title={words.who.title} notes={[words.who.runs(runs)]}>
        {funders.length === 0 ? (
          <p>
            <Say of={words.who.paidUnknown} />
          </p>
        ) : (
          <>
            <p>
              <Say of={words.who.paid} />
            </p>
            <ul>
              {funders.map((name) => (
                <li key={name} dir="auto">
                  {name}
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part id="accord" title={words.agreed.title} notes={[words.agreed.lead]}>
        <blockquote>
          {consent.map((said) => (
            <p key={said} dir="auto">
              {said}
            </p>
          ))}
        </blockquote>
      </Part>
      <Part id="arreter" {...partOf(words.stop)} />
      <Part id="voir" {...partOf(words.sees)} />
      <Kept words={words} kept={kept} />
      <Part id="verifie" title={words.verified.title} notes={[words.verified.two, words.verified.signed]}>
        <p>
          <a href={ctx.to('/verify')} lang={langOf(words.verified.check)}>
            {plainly(words.verified.check)}
          </a>
        </p>
      </Part>
    </PublicPage>
  );
}

interface PartProps {
  id: string;
  title: Spoken;
  notes: readonly Spoken[];
  children?: VNode | VNode[];
}

function Part({ id, title, notes, children }: PartProps): VNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} lang={langOf(title)}>
        {plainly(title)}
      </h2>
      {notes.map((note) => (
        <p key={plainly(note)}>
          <Say of={note} />
        </p>
      ))}
      {children}
    </section>
  );
}

const partOf = ({
  title,
  ...notes
}: { title: Spoken } & Readonly<Record<string, Spoken>>): {
  title: Spoken;
  notes: Spoken[];
} => ({ title, notes: Object.values(notes) });

function Kept({ words, kept }: { words: Words; kept: readonly KeptFor[] }): VNode {
  const names: Readonly<Record<string, Spoken>> = words.names;
  const [yours, rest] = [
    Object.keys(names).flatMap((key) => kept.find(({ name }) => name === key) ?? []),
    kept.filter(({ name }) => names[name] === undefined),
  ];
  const { title, lead, yours: caption, rest: others } = words.stays;
  return (
    <section aria-labelledby="garde">
      <h2 id="garde" lang={langOf(title)}>
        {plainly(title)}
      </h2>
      <p>
        <Say of={lead} />
      </p>
      <KeptTable
        words={words}
        caption={caption}
        rows={yours}
        nameOf={({ name, says }) => names[name] ?? { kept: says }}
        open={words.stays.asYouWant}
      />
      <details>
        <summary lang={langOf(others)}>{plainly(others)}</summary>
        <KeptTable
          words={words}
          caption={others}
          rows={rest}
          nameOf={({ says }) => ({ kept: says })}
          open={words.stays.asNeeded}
        />
      </details>
    </section>
  );
}

interface KeptTableProps {
  words: Words;
  caption: Spoken;
  rows: readonly KeptFor[];
  nameOf: (row: KeptFor) => Spoken;
  /** How long what has no days stays: only what is somebody's own goes when they want. */
  open: Spoken;
}

function KeptTable({ words: { stays: words }, caption, rows, nameOf, open }: KeptTableProps): VNode {
  return (
    <div class="table-box" role="region" aria-label={plainly(caption)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[words.what, words.long].map((head) => (
              <th key={plainly(head)} scope="col" lang={langOf(head)}>
                {plainly(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" lang={langOf(nameOf(row))}>
                {plainly(nameOf(row))}
              </th>
              <td>
                <Say of={row.days === undefined ? open : spanOf(row.days, words)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const YEAR_DAYS = 365.25;

/** Whole years as years: nobody reads 3,653 days. */
function spanOf(days: number, words: Words['stays']): Spoken {
  const years = Math.round(days / YEAR_DAYS);
  const isWhole = years > 1 && Math.abs(days - years * YEAR_DAYS) < 4;
  return isWhole ? words.years(String(years)) : words.days(String(days), days > 1);
}
