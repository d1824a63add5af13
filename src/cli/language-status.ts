import { byBase } from '../language/speaking/provenance.ts';
import { loadSpeaker, type Locale, type Pack, type Provenance } from '../language/index.ts';
import { EXIT } from './exit.ts';
import { places } from './places.ts';

/** `benkan language status`: where each language stands, in texts, by its files. */
export function languageStatus({ json = false }: { json?: boolean }): number {
  const speaker = loadSpeaker({ localesDir: places().localesDir, onMissing: () => undefined });
  const status = speaker.languages.map((lang) => ({
    lang,
    ...speaker.provenance(lang),
    ...openIn(speaker.locales.get(lang)),
  }));
  const packs = speaker.packs.map(countsOf);
  if (json) process.stdout.write(`${JSON.stringify({ languages: status, packs })}\n`);
  else {
    for (const { lang, ...counts } of status) {
      process.stdout.write(`${lang}  ${inWords(counts, lang === speaker.fallback, speaker.fallback)}\n`);
      const flows = Object.entries(counts.unreviewedByFlow).map(([flow, count]) => `${flow} ${count}`);
      if (flows.length > 0) process.stdout.write(`${lang}  to review: ${flows.join(', ')}\n`);
      process.stdout.write(`${lang}  ${counts.withoutAudio} without a recording among the files\n`);
    }
    for (const { lang, name, labels, recordings, regions } of packs)
      process.stdout.write(
        `${lang}  region pack ${name}: ${labels} labels, ${recordings} recordings; offered in ${regions.join(', ')}\n`,
      );
  }
  return EXIT.done;
}

/** What is still to be done in a language: texts to review by flow, and texts that cannot be heard. */
function openIn(locale: Locale | undefined): {
  unreviewedByFlow: Record<string, number>;
  withoutAudio: number;
} {
  const unreviewedByFlow: Record<string, number> = {};
  let withoutAudio = 0;
  for (const [id, { reviewed, audio }] of byBase(locale)) {
    const flow = id.slice(0, id.indexOf('/'));
    if (!reviewed) unreviewedByFlow[flow] = (unreviewedByFlow[flow] ?? 0) + 1;
    if (audio === undefined) withoutAudio += 1;
  }
  return { unreviewedByFlow, withoutAudio };
}

/** What a region pack brings; whatever it lacks is said in French, so nothing is missing there. */
function countsOf({ lang, name, regions, texts }: Pack) {
  const all = Array.from(texts.values()).flatMap((keyed) => [...keyed.values()]);
  return {
    ...{ lang, name, regions },
    labels: all.filter(({ text }) => text !== '').length,
    recordings: all.filter(({ audio }) => audio !== undefined).length,
  };
}

/** The language all texts are written in first has no source but its authors, and keeps nothing of another. */
function inWords(counts: Provenance, isFirst: boolean, first: string): string {
  const { total, sourced, kept, unsourced, missing, unreviewed, keptShare } = counts;
  if (isFirst) return `${total} texts: ${missing} missing, ${unreviewed} to review`;
  const share = `${(keptShare * 100).toFixed(1)} %`;
  return `${total} texts: ${sourced} sourced, ${kept} kept in ${first} (${share}), ${unsourced} without a source, ${missing} missing, ${unreviewed} to review`;
}
