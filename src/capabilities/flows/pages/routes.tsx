import { eachLang, NothingHere } from '../../../web/kit/index.ts';
import type { Preview } from '../../../domain/shown.ts';
import type { SpeakingTexts } from '../../../language/index.ts';
import {
  csvFile,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { nameOf } from '../map/map-words.ts';
import { MAP } from '../map/words.ts';
import type { FlowReader } from '../reader.ts';
import type { Stage } from '../simulator/replay.ts';
import { publishingRoutes } from '../publishing/pages/routes.tsx';
import { namesIn } from '../publishing/pages/who.ts';
import type { EditionDesk, Files } from '../publishing/ports.ts';
import type { PublishedSince, VersionsOf } from '../versions.ts';
import { cutOf } from './cut-form.tsx';
import { FlowPage } from './flow-page.tsx';
import { ListPage } from './list-page.tsx';
import { figures, type Page } from './page.ts';
import { simulatorRoutes } from './simulator-routes.tsx';
import { stepColumns, stepRows } from './step-table.ts';
import { FLOWS } from './texts.ts';

/** Counts of many and the texts of the bot: nothing of a single person. */
const FIGURES: readonly Role[] = ['admin', 'editor', 'verifier', 'analyst', 'viewer'];
/** Who writes flows, or must know what they say. */
const PLAY: readonly Role[] = ['admin', 'editor', 'verifier', 'analyst'];

export interface FlowPagesDeps {
  readerOf: (org: string) => FlowReader;
  /** `undefined` for an organisation that has no flows. */
  stageOf: (org: string) => Stage | undefined;
  versionsOf: VersionsOf;
  publishedSince: PublishedSince;
  /** Where they are published; `undefined` for an organisation that has no flows. */
  deskOf: (org: string) => EditionDesk | undefined;
  staffName: (account: string) => Promise<string | undefined>;
  speaker: SpeakingTexts;
  /** Where messages can be looked at as a channel would show them. */
  previews: readonly Preview[];
}

/** The staff pages about flows. */
export function flowRoutes({
  readerOf,
  stageOf,
  versionsOf,
  publishedSince,
  deskOf,
  staffName,
  speaker,
  previews,
}: FlowPagesDeps): StaffRoute[] {
  const pageOf = (ctx: StaffContext): Page => {
    const { lang } = ctx.frame;
    const texts = FLOWS[lang];
    return { ctx, texts, mapTexts: MAP[lang], speaker, figures: figures(lang, texts) };
  };
  /** What is not published yet is for those who prepare it. */
  const filesFor = async ({ person: { org, role } }: StaffContext): Promise<Files | undefined> =>
    PLAY.includes(role) ? deskOf(org)?.files() : undefined;
  const read = (ctx: StaffContext) =>
    readerOf(ctx.person.org).flow(ctx.params['flow'] ?? '', cutOf(ctx.query));
  return [
    {
      method: 'get',
      path: '/flows',
      roles: FIGURES,
      shared: 'flows',
      nav: {
        label: eachLang(FLOWS, ({ menu }) => menu),
        order: 15,
        about: eachLang(FLOWS, ({ about }) => about),
      },
      async render(ctx) {
        const [flows, since, files] = await Promise.all([
          readerOf(ctx.person.org).list(),
          publishedSince(),
          filesFor(ctx),
        ]);
        const listed = flows.map((row) => ({ ...row, publishedAt: since.get(row.flow.id) }));
        const plays = PLAY.includes(ctx.person.role) && stageOf(ctx.person.org) !== undefined;
        return <ListPage page={pageOf(ctx)} flows={listed} files={files} plays={plays} />;
      },
    },
    {
      method: 'get',
      path: '/flows/:flow',
      roles: FIGURES,
      shared: 'flows',
      async render(ctx) {
        const found = await read(ctx);
        if (found === null) return notFound(pageOf(ctx));
        const versions = await versionsOf(found.flow.id);
        return (
          <FlowPage
            page={pageOf(ctx)}
            read={found}
            cut={cutOf(ctx.query)}
            versions={versions}
            names={await namesIn(versions, staffName)}
            files={await filesFor(ctx)}
            plays={PLAY.includes(ctx.person.role) && readerOf(ctx.person.org).guest !== true}
          />
        );
      },
    },
    {
      method: 'get',
      path: '/flows/:flow/figures.csv',
      roles: FIGURES,
      shared: 'flows',
      async render(ctx) {
        const found = await read(ctx);
        const page = pageOf(ctx);
        if (found === null) return notFound(page);
        const columns = stepColumns(page);
        const rows = stepRows(found).map((row) => [
          nameOf(row.step, page.mapTexts),
          ...columns.map(({ cell }) => cell(row)),
        ]);
        const headers = [page.texts.step, ...columns.map(({ header }) => header)];
        return csvFile(`${found.flow.id}.csv`, [headers, ...rows]);
      },
    },
    ...publishingRoutes({ lookers: PLAY, deskOf, pageOf, staffName }),
    ...simulatorRoutes({ roles: PLAY, stageOf, pageOf, notFound, speaker, previews }),
  ];
}

function notFound({ ctx, texts }: Page): StaffAnswer {
  const page = <NothingHere frame={ctx.frame} back="/staff/flows" texts={texts} />;
  return { kind: 'page', status: 404, page };
}
