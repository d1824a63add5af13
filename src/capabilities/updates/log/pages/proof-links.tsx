import type { ComponentChildren, VNode } from 'preact';
import type { StaffContext } from '../../../../web/staff/index.ts';
import { numberWords, type Update } from '../../model/update.ts';
import { LOG_TEXTS } from './texts.ts';

/** Where anybody sees that a published version is ours, and the file that proves it; nothing for what is not published. */
export function ProofLinks({
  ctx,
  update,
  children,
}: {
  ctx: StaffContext;
  update: Update;
  /** What the log says of it. */
  children?: ComponentChildren;
}): VNode | null {
  const { number, publication } = update;
  if (number === undefined || publication === undefined) return null;
  const texts = LOG_TEXTS[ctx.frame.lang];
  const address = `/verify/${numberWords(number)}`;
  const version = `?version=${String(publication.version)}`;
  return (
    <section aria-labelledby="signature">
      <h2 id="signature">{texts.proofTitle}</h2>
      <p>{texts.proofText}</p>
      {children}
      <ul>
        <li>
          <a href={`${address}${version}`}>{texts.publicPage}</a>
        </li>
        <li>
          <a href={`${address}/proof.json${version}`}>{texts.proof}</a>
        </li>
        <li>
          <a href="/staff/updates/log">{texts.title}</a>
        </li>
      </ul>
    </section>
  );
}
