import type { Speaker } from '../../../conversation/ports.ts';
import { keptFr } from '../../../web/public/index.ts';
import type { SurveyOutline } from '../outline.ts';
import { figures } from '../pages/figures.ts';
import { type PlaceName, type Words, words } from '../pages/words.ts';
import type { SurveyResults } from '../results/results.ts';
import type { Bases, PublicTable, Said } from './publication.ts';
import { type PublicQuestion, publicResults } from './public-table.ts';

export interface Frozen {
  table: PublicTable;
  bases: Bases;
}

/** How a survey's words are said for everybody. */
export interface Saying {
  speaker: Speaker;
  placeName: PlaceName;
}

/** What would be published of results now: figures and words, which no later edit changes. Pure. */
export function freeze(
  { speaker, placeName }: Saying,
  survey: SurveyOutline,
  results: SurveyResults,
  days: { since: string; until: string },
): Frozen {
  // A code that no text stands for is no question anybody was asked.
  const asked = results.questions.filter(({ question }) =>
    survey.questions.some(({ key, computed }) => key === question && computed !== true),
  );
  const { questions, ...told } = publicResults({ ...results, questions: asked });
  const say = sayings(speaker, placeName);
  return {
    table: {
      ...told,
      ...days,
      survey: survey.id,
      title: say((of) => of.title(survey)),
      questions: questions.map((question) => ({
        ...question,
        words: say((of) => of.question(survey, question.question, true)),
        lines: question.lines.map((line) => ({
          ...line,
          words: say((of) => lineOf(of, survey, question, line)),
        })),
      })),
    },
    bases: {
      started: results.started,
      questions: Object.fromEntries(
        asked.filter(({ current }) => current).map(({ question, n }) => [question, n]),
      ),
    },
  };
}

const lineOf = (
  of: Words,
  survey: SurveyOutline,
  { question, type }: PublicQuestion,
  { key, withoutPosition, range }: PublicQuestion['lines'][number],
): string =>
  of.line(
    survey,
    { key: question, type },
    { key, withoutPosition, count: null, hidden: 'masked', ...(range === undefined ? {} : { range }) },
  );

/** Both languages at once; where Bambara says what French says, it has no words of its own. */
function sayings(speaker: Speaker, placeName: PlaceName): (what: (of: Words) => string) => Said {
  const of = (lang: string, range: { fromTo: string; fromUnder: string }): Words =>
    words(
      {
        fromTo: (low, high) => `${low} ${range.fromTo} ${high}`,
        fromUnder: (low, high) => `${low} ${range.fromUnder} ${high}`,
      },
      { ...speaker, fallback: lang, say: (_lang, text, params) => speaker.say(lang, text, params) },
      placeName,
      figures('fr'),
    );
  const french = of('fr', { fromTo: 'à', fromUnder: 'à moins de' });
  const bambara = of('bm', { fromTo: '–', fromUnder: '–' });
  return (what) => {
    const [fr, bm] = [what(french), what(bambara)];
    return { fr, bm: bm === fr ? keptFr(fr) : bm };
  };
}
