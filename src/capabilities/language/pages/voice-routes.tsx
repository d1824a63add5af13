import { Fault } from '../../../domain/faults.ts';
import { MAX_AUDIO_BYTES } from '../../../domain/media.ts';
import { RECORDING, RECORDING_TYPES } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { EDITORS } from '../desk.ts';
import { isFit, type Voiced } from '../voiced.ts';
import { shown, withText } from './answers.tsx';
import { textPath } from './page.ts';
import type { LanguagePages } from './pages.ts';
import { propsOf } from './text-routes.tsx';
import { TextPage } from './text-page.tsx';
import { LANGUAGE } from './texts.ts';

const PATH = '/language/:lang/text/:flow/:key/voice';
/** The voice of a text: sent by a form, from a recorder or as a file; taken away. */
export const voiceRoutes = (pages: LanguagePages): StaffRoute[] => [
  {
    method: 'post',
    path: PATH,
    roles: EDITORS,
    upload: { field: 'recording', maxBytes: MAX_AUDIO_BYTES, types: RECORDING_TYPES },
    act: withText(pages, async (ctx, lang, text, all) => {
      const texts = LANGUAGE[ctx.frame.lang];
      const refused = (why: string) => refusedPage(pages, ctx, { lang, text, all, why });
      if (!isFit(text)) return refused(texts.voiceUnfit.part);
      if (ctx.file === undefined) return refused(texts.voiceNone);
      const { bytes, type } = ctx.file;
      let media: string | undefined;
      try {
        media = await pages.recordings.put(bytes, type);
        await ctx.audit('language.voice_recorded', `text/${lang}/${text.id}`, { media });
        await pages.voices.put(lang, text, media, ctx.person.id);
      } catch (cause) {
        if (!(cause instanceof Fault) || !/^(?:voice|media)_/u.test(cause.code)) throw cause;
        if (media !== undefined) await pages.recordings.drop(media);
        const words = RECORDING[ctx.frame.lang];
        return refused(words.refused[cause.code] ?? words.other);
      }
      if (text.recording !== undefined) await pages.recordings.drop(text.recording.media);
      return { kind: 'see_other', to: textPath(lang, text), flash: 'voice' };
    }),
  },
  {
    method: 'post',
    path: `${PATH}/remove`,
    roles: EDITORS,
    act: withText(pages, async (ctx, lang, text) => {
      await ctx.audit('language.voice_removed', `text/${lang}/${text.id}`);
      await pages.voices.remove(lang, text);
      if (text.recording !== undefined) await pages.recordings.drop(text.recording.media);
      return { kind: 'see_other', to: textPath(lang, text), flash: 'silent' };
    }),
  },
];

async function refusedPage(
  pages: LanguagePages,
  ctx: StaffContext,
  { why, ...shownText }: { lang: string; text: Voiced; all: readonly Voiced[]; why: string },
): Promise<StaffAnswer> {
  return shown(<TextPage {...(await propsOf(pages, ctx, shownText))} voiceWrong={why} />, 400);
}
