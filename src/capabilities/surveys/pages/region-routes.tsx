import type { VNode } from 'preact';
import { eachLang, NothingHere } from '../../../web/kit/index.ts';
import {
  inScope,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import type { ReaderOf } from '../reader.ts';
import { placeQuestion } from '../results/regional.ts';
import type { Page } from './page.ts';
import { RegionListPage } from './region-list-page.tsx';
import { RegionPage } from './region-page.tsx';
import { SURVEYS } from './texts.ts';
import type { PlaceName } from './words.ts';

/** Who works in regions sees what theirs answered, and no other cut: the whole is for other roles. */
const REGIONAL: readonly Role[] = ['coordinator'];

export interface RegionPagesDeps {
  readerOf: ReaderOf;
  pageOf: (ctx: StaffContext) => Page;
  placeName: PlaceName;
}

/** Results by region. Each region is a table of its own, the same for everybody who may see it. */
export const regionRoutes = ({ readerOf, pageOf, placeName }: RegionPagesDeps): StaffRoute[] => {
  const nameOf = (slug: string): string => placeName(slug) ?? slug;
  return [
    {
      method: 'get',
      path: '/region-surveys',
      roles: REGIONAL,
      nav: {
        label: eachLang(SURVEYS, ({ regional }) => regional.menu),
        order: 20,
        about: eachLang(SURVEYS, ({ regional }) => regional.about),
      },
      async render(ctx) {
        const reader = readerOf(ctx.person.org);
        const surveys = reader.guest === true ? [] : reader.outlines();
        const regions = (ctx.person.regions ?? []).map((slug) => ({ slug, name: nameOf(slug) }));
        return (
          <RegionListPage
            page={pageOf(ctx)}
            surveys={surveys.filter((survey) => placeQuestion(survey) !== undefined)}
            regions={regions}
          />
        );
      },
    },
    {
      method: 'get',
      path: '/region-surveys/:survey/:region',
      roles: REGIONAL,
      async render(ctx): Promise<VNode | StaffAnswer> {
        const { survey: id = '', region = '' } = ctx.params;
        const reader = readerOf(ctx.person.org);
        const survey = reader.outline(id);
        const mine = inScope({ regions: ctx.person.regions ?? [] }, region);
        const results = survey !== undefined && mine ? await reader.regional(id) : null;
        const page = pageOf(ctx);
        if (survey === undefined || results === null) return notFound(page);
        const { rehearsal, regions } = results;
        const questions = regions.get(region) ?? [];
        return <RegionPage page={page} {...{ survey, rehearsal, questions }} name={nameOf(region)} />;
      },
    },
  ];
};

/** A region of somebody else's is as little there as one that does not exist. */
function notFound({ ctx, texts }: Page): StaffAnswer {
  const words = { ...texts, back: texts.regional.back };
  const page = <NothingHere frame={ctx.frame} back="/staff/region-surveys" texts={words} />;
  return { kind: 'page', status: 404, page };
}
