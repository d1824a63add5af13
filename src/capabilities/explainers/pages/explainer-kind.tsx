import type { Content, Desk, EntriesStore, Kind, Options } from '../../approved/index.ts';
import { eachLang } from '../../../web/kit/index.ts';
import type { Clock } from '../../../domain/clock.ts';
import { isTheme, QUESTION_THEMES } from '../offices/office.ts';
import type { OfficesStore } from '../offices/offices-store.ts';
import type { Keeping } from '../questions/keeping.ts';
import { openQuestion } from '../questions/answering.ts';
import { EXPLAINER_FIELDS } from '../shelf/explainer.ts';
import { ANSWERERS, PATH } from './page.ts';
import { QUESTION_TEXTS } from './texts.ts';

interface KindDeps extends Keeping {
  store: EntriesStore;
  desk: Desk;
  offices: OfficesStore;
  clock: Clock;
  staffName: (account: string) => Promise<string | undefined>;
}

const MENU_ORDER = 11;

/** Explainers, as their staff pages need to know them. */
export const explainerKind = (deps: KindDeps): Kind => ({
  ...{ path: '/explainers', fields: EXPLAINER_FIELDS, order: MENU_ORDER },
  ...{ store: deps.store, desk: deps.desk, clock: deps.clock, staffName: deps.staffName },
  readers: ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'],
  words: eachLang(QUESTION_TEXTS, ({ kind }) => kind),
  title: (content) => content['fr_question'] ?? '',
  async optionsFor({ frame: { lang }, person: { org } }): Promise<Options> {
    const { themes } = QUESTION_TEXTS[lang];
    const offices = await deps.offices.of(org);
    return {
      theme: QUESTION_THEMES.map((value) => ({ value, label: themes[value] })),
      bureau: offices.map(({ id, name }) => ({ value: id, label: name })),
    };
  },
  async begunWith({ query, person: { org, role } }): Promise<Content> {
    const theme = query.get('theme');
    if (isTheme(theme)) return { theme };
    const question = await deps.questions.find(query.get('question') ?? '', org);
    if (question === undefined || !ANSWERERS.includes(role)) return {};
    // What the office wrote, and never what the person did: their words stay theirs.
    const { answer } = await openQuestion(deps, question);
    return { theme: question.theme, bureau: question.office, fr_reponse: answer?.text ?? '' };
  },
  above: async ({ frame: { lang }, person: { role } }) =>
    ANSWERERS.includes(role) ? (
      <p>
        <a href={PATH}>{QUESTION_TEXTS[lang].menu}</a>
      </p>
    ) : null,
});
