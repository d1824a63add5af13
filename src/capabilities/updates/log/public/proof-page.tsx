import type { VNode } from 'preact';
import {
  dayWords,
  Facts,
  langOf,
  plainly,
  type PublicContext,
  PublicNotice,
  PublicPage,
  Say,
  type Spoken,
} from '../../../../web/public/index.ts';
import { staleSince } from '../../model/stale.ts';
import { TierMark } from '../../public/badges.tsx';
import { itemPath, spokenIn, tierOf } from '../../public/public-item.ts';
import { newsStyles } from '../../public/styles.ts';
import { NEWS } from '../../public/words.ts';
import type { ItemProof } from '../item-proof.ts';
import { QrCode } from './qr-code.tsx';
import { Verdict } from './verdict.tsx';
import { VERIFY } from './words.ts';
import { verifyStyles } from './styles.ts';

const TONES = { valid: 'success', corrected: 'warning', withdrawn: 'warning', broken: 'error' } as const;

interface ProofPageProps {
  ctx: PublicContext;
  proof: ItemProof;
  /** `YYYY-MM-DD` */
  today: string;
}

/** One version of an item: whether it holds, its words, and what proves it. */
export function ProofPage({ ctx, proof, today }: ProofPageProps): VNode {
  const { lang } = ctx;
  const words = VERIFY[lang];
  const { entry, state, newest } = proof;
  const { statement } = entry;
  const { number, version, publisher } = statement;
  const late = state === 'valid' ? staleSince(statement.content, today) : undefined;
  const said = state === 'broken' ? words.states.broken : words.states[state](publisher.name);
  return (
    <PublicPage
      {...ctx.frame}
      title={words.item(number)}
      description={plainly(said)}
      canonical={verifyPath(number)}
      styles={[...newsStyles, ...verifyStyles]}
      above={
        <p class="marks">
          <TierMark tier={state === 'corrected' ? 'corrected' : tierOf(statement)} words={NEWS[lang]} />
        </p>
      }
    >
      <Verdict lang={lang} tone={TONES[state]}>
        <p>
          <strong>
            <Say of={said} />
          </strong>
        </p>
        {state === 'corrected' ? (
          <p>
            <Link to={ctx.to(verifyPath(number))} of={words.newer(String(newest))} />
          </p>
        ) : null}
      </Verdict>
      {late === undefined ? null : (
        <PublicNotice lang={lang} tone="warning">
          <p>
            <Say of={NEWS[lang].staleText(dayWords(lang, late))} />
          </p>
        </PublicNotice>
      )}
      {entry.demo ? (
        <PublicNotice lang={lang} tone="warning">
          <p>
            <Say of={words.demo} />
          </p>
        </PublicNotice>
      ) : null}
      <Words ctx={ctx} proof={proof} />
      <Proof ctx={ctx} proof={proof} />
      {version > 1 ? (
        <p class="former-link">
          <Link
            to={ctx.to(`${verifyPath(number)}?version=${String(version - 1)}`)}
            of={words.older(String(version - 1))}
          />
        </p>
      ) : null}
      <p class="actions">
        <a class="button button-quiet" href={ctx.to(itemPath(number))} lang={langOf(words.read)}>
          {plainly(words.read)}
        </a>
        <a class="button button-quiet" href={ctx.to('/verify')} lang={langOf(words.again)}>
          {plainly(words.again)}
        </a>
      </p>
    </PublicPage>
  );
}

export const verifyPath = (number: string): string => `/verify/${number}`;

/** What nobody signed is not shown; what was taken away only to who asks for it. */
function Words({ ctx, proof: { entry, state } }: { ctx: PublicContext; proof: ItemProof }): VNode | null {
  const { lang: spoken, text } = spokenIn(entry.statement.content, ctx.lang);
  const { former } = NEWS[ctx.lang].withdrawn;
  if (state === 'broken') return null;
  const { otherLanguage } = NEWS[ctx.lang];
  const words = (
    <>
      <blockquote class="proved" lang={spoken === ctx.lang ? undefined : spoken}>
        <h2 dir="auto">{text.title}</h2>
        {[text.first, text.second].filter(Boolean).map((paragraph) => (
          <p key={paragraph} dir="auto">
            {paragraph}
          </p>
        ))}
      </blockquote>
      {spoken === ctx.lang ? null : (
        <p class="soft">
          <Say of={otherLanguage} />
        </p>
      )}
    </>
  );
  if (state !== 'withdrawn') return words;
  return (
    <details class="former">
      <summary lang={langOf(former)}>{plainly(former)}</summary>
      {words}
    </details>
  );
}

function Proof({ ctx, proof: { entry } }: { ctx: PublicContext; proof: ItemProof }): VNode {
  const { lang } = ctx;
  const [words, { facts }] = [VERIFY[lang], NEWS[lang]];
  const { seq, hash, key, signature, statement } = entry;
  const { number, version, at, publisher } = statement;
  const address = `${ctx.frame.publicUrl}${verifyPath(number)}`;
  const rows: readonly (readonly [Spoken, VNode])[] = [
    [facts.publisher, <>{publisher.name}</>],
    [words.proof.at, <time dateTime={at}>{`${dayWords(lang, at)}, ${at.slice(11, 16)} UTC`}</time>],
    [facts.number, <span class="item-number">{number}</span>],
    [facts.version, <>{String(version)}</>],
    [words.proof.place, <>{String(seq)}</>],
    [words.proof.hash, <code class="hash">{hash}</code>],
    [words.proof.signature, <code class="hash">{signature}</code>],
    [words.proof.key, <code class="hash">{key}</code>],
  ];
  return (
    <section class="verify-box" aria-labelledby="preuve">
      <h2 id="preuve" lang={langOf(words.proof.title)}>
        {plainly(words.proof.title)}
      </h2>
      <p>
        <Say of={words.proof.text} /> <Say of={words.proof.hands} />
      </p>
      <Facts rows={rows} />
      <p class="actions">
        <a
          class="button button-main"
          href={`${verifyPath(number)}/proof.json?version=${String(version)}`}
          lang={langOf(words.proof.file)}
        >
          {plainly(words.proof.file)}
        </a>
      </p>
      <p class="soft">
        <Say of={words.proof.offline} /> <Link to="/.well-known/benkan-keys.json" of={words.proof.keys} />
        {' · '}
        <Link to="/verify/log.jsonl" of={words.proof.log} />
      </p>
      <figure class="qr-box">
        <QrCode text={address} alt={plainly(words.qr.alt(address))} />
        <figcaption>
          <strong>
            <Say of={words.qr.title} />
          </strong>
          <br />
          <Say of={words.qr.text} />
        </figcaption>
      </figure>
    </section>
  );
}

export const Link = ({ to, of }: { to: string; of: Spoken }): VNode => (
  <a href={to} lang={langOf(of)}>
    {plainly(of)}
  </a>
);
