import { dayOf } from '../../../domain/clock.ts';
import { deviations, writePo, writeWorkbook } from '../../../language/reviewing/index.ts';
import { eachLang } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import type { Text } from '../texts.ts';
import { READERS, shown, withLanguage } from './answers.tsx';
import { importRoutes } from './import-routes.tsx';
import { OverviewPage } from './overview-page.tsx';
import { type LanguagePages, pageOf } from './pages.ts';
import { languageState, lookedAt, shownOf } from './shown.ts';
import { TermsPage } from './terms-page.tsx';
import { TextsPage } from './texts-page.tsx';
import { textRoutes } from './text-routes.tsx';
import { LANGUAGE } from './texts.ts';
import { voiceRoutes } from './voice-routes.tsx';

/** The staff pages of languages (W10). */
export function languageRoutes(pages: LanguagePages): StaffRoute[] {
  return [
    {
      method: 'get',
      path: '/language',
      roles: READERS,
      nav: {
        label: eachLang(LANGUAGE, ({ menu }) => menu),
        order: 17,
        about: eachLang(LANGUAGE, ({ about }) => about),
      },
      async render(ctx) {
        const languages = pages.languagesOf(ctx.person.org);
        const states = languages.map(async (lang) => languageState(lang, await pages.voiced(lang)));
        return <OverviewPage page={pageOf(pages, ctx)} states={await Promise.all(states)} />;
      },
    },
    {
      method: 'get',
      path: '/language/:lang',
      roles: READERS,
      render: withLanguage(pages, async (ctx, lang) => {
        const all = await pages.voiced(lang);
        const looked = lookedAt(ctx.query);
        const flows = [...new Set(all.map(({ flow }) => flow))];
        const found = shownOf(all, looked);
        return shown(
          <TextsPage page={pageOf(pages, ctx)} lang={lang} looked={looked} found={found} flows={flows} />,
        );
      }),
    },
    {
      method: 'get',
      path: '/language/:lang/terms',
      roles: READERS,
      render: withLanguage(pages, (ctx, lang) => {
        const { choices } = pages.notesOf(lang);
        const deviating = new Map<string, Text[]>();
        for (const text of pages.texts.all(lang))
          for (const { choose } of text.state === 'kept' ? [] : deviations(text.text, choices))
            deviating.set(choose, [...(deviating.get(choose) ?? []), text]);
        const page = pageOf(pages, ctx);
        return shown(<TermsPage page={page} lang={lang} choices={choices} deviating={deviating} />);
      }),
    },
    {
      method: 'get',
      path: '/language/:lang/relecture',
      roles: READERS,
      render: withLanguage(pages, (ctx, lang) => fileOf(pages, ctx, lang)),
    },
    ...textRoutes(pages),
    ...voiceRoutes(pages),
    ...importRoutes(pages),
  ];
}

/** What a native speaker fills without Benkan. */
async function fileOf(pages: LanguagePages, { query }: StaffContext, lang: string): Promise<StaffAnswer> {
  const all = pages.texts.all(lang);
  const rows = query.get('only') === 'unreviewed' ? all.filter(({ state }) => state !== 'reviewed') : all;
  const day = dayOf(pages.clock.now());
  const notes = { lang, day, choices: pages.notesOf(lang).choices };
  const name = `relecture-${lang}-${day}`;
  return query.get('format') === 'po'
    ? { kind: 'file', name: `${name}.po`, type: 'text/x-gettext-translation', body: writePo(rows, notes) }
    : { kind: 'file', name: `${name}.xlsx`, type: XLSX, body: await writeWorkbook(rows, notes) };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
