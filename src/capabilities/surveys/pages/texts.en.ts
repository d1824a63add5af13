import type { SurveyTexts } from './texts.fr.ts';

const many = (n: number, one: string, more: string): string => (n === 1 ? one : more);

/** Words of the survey pages, in English. */
export const SURVEYS_EN: SurveyTexts = {
  menu: 'Surveys',
  about: 'The answers to micro-surveys: counts, shares, charts.',
  listLead: 'What people answer to micro-surveys, on all channels.',
  noSurveyTitle: 'No survey',
  noSurvey: 'A survey is a flow with a line “survey:”. Add one to the flows.',
  emptyTitle: 'No answers so far',
  empty:
    'Results appear here with the first answer. To try it: open the web chat, give your consent, then write “sondage”.',
  openChat: 'Open the web chat',
  notFoundTitle: 'Not found',
  notFound: 'This survey or question does not exist, or no longer does.',
  survey: 'Survey',
  started: 'Participants',
  startedOf: (count, n) => `${count} ${many(n, 'participant', 'participants')}`,
  completeOf: (count) => `${count} went to the end`,
  lastDayOf: (day) => `Last answer: ${day}`,
  complete: 'Went to the end',
  shared: 'On a shared phone',
  readShared:
    '“On a shared phone”: several people write there, each counts for themselves; somebody may have read over their shoulder.',
  lastDay: 'Last answer',
  none: 'none',
  back: '← All surveys',
  method:
    'A self-selected sample, not weighted: the shares describe the people who answered, not the population. A person counts once, with their last answer, over all channels.',
  howToRead: 'How to read this',
  readBase: 'The base of a question is the people who answered it; shares are shares of that base.',
  readUnanswered:
    '“No answer”: the question was not asked, not reached or not understood. “Don’t know” and “refused” are answers.',
  readHidden:
    'A number from 1 to 4 could point to somebody: it is shown as “< 5”. “Hidden” covers what would allow it to be found by subtraction. Under 5 answers, the whole question is hidden.',
  answer: 'Answer',
  region: 'Region',
  count: 'Count',
  first: 'Ranked first',
  meanPlace: 'Mean rank',
  several: 'Several answers are possible: a person counts in each of theirs.',
  order: 'Mean rank: 1 is the highest. What a person did not rank shares the ranks that remain.',
  share: 'Share',
  base: 'Base',
  baseOf: (count, n) => `Base: ${count} ${many(n, 'person', 'people')}`,
  tooFew: (missing) =>
    `${missing} more ${many(missing, 'answer', 'answers')} and the numbers are shown: under 5, somebody could be recognised.`,
  unanswered: 'No answer',
  unansweredOf: (count) => `No answer: ${count}`,
  masked: 'hidden',
  fromTo: (low, high) => `${low} to ${high}`,
  fromUnder: (low, high) => `${low} to under ${high}`,
  rehearsal:
    'A rehearsal on a development machine: small numbers are not hidden. In a campaign, a number of 1 to 4 people is not shown.',
  past: 'Question of an earlier version',
  askedOtherwise:
    'The question of this name has changed: it was of another type or had other choices. These answers are not counted with the others.',
  min: 'Minimum',
  median: 'Median',
  mean: 'Mean',
  max: 'Maximum',
  readTexts: 'Read the answers',
  textsClosed: 'Your role sees the number of open answers, not what they say.',
  hear: 'Listen to the answers',
  see: 'See the photos',
  filesClosed: 'Your role sees the number of answers, not the voices or photos.',
  filesLead:
    'The latest day first; within a day the order means nothing. Every time somebody listens, it is written to the audit log. Voices and photos are deleted after 30 days, transcripts stay.',
  filesOf: (count, n) => `${count} ${many(n, 'answer', 'answers')}`,
  listen: 'Listen and transcribe',
  look: 'See the photo',
  seconds: (count) => `${count} s`,
  notTranscribed: 'not transcribed yet',
  notThere: 'not arrived yet, unreadable or already deleted',
  neverShown: 'These answers point to people: they stay sealed and are never shown.',
  textsLead:
    'The latest day first; within a day the order means nothing. Do not copy out anything that points to a person.',
  textsOf: (count, n) => `${count} ${many(n, 'open answer', 'open answers')}`,
  languages: { fr: 'French', bm: 'Bambara' },
  unreadable: 'unreadable: the key no longer exists',
  cross: {
    link: 'By region',
    lead: 'What the people of each region answer, where this survey asks where they live.',
    back: '← This survey',
  },
  regional: {
    menu: 'Surveys of my regions',
    about: 'What people of your regions answer to micro-surveys.',
    lead: 'A survey that asks where people live is read region by region.',
    noneTitle: 'Nothing to read so far',
    none: 'No survey asks where people live.',
    noRegion: 'Your account has no region. An administrator can give you some.',
    title: (survey, region) => `${survey} · ${region}`,
    back: '← Surveys of my regions',
    emptyTitle: 'No answers from this region',
    empty: 'Results appear here once people of this region have answered.',
    baseOf: (count, n) => `Base of the lines shown: ${count} ${many(n, 'person', 'people')}`,
    readWhose:
      'Counted are the people who named this region in this survey. A person counts once, with their last answer.',
    readBase:
      'Shares are shares of the lines that are shown. How many people answered in all is not said: the difference would tell what is hidden.',
    readHidden:
      '“Hidden”: from 1 to 4 people, or a number that would allow one so small to be found, here, in another region or in the whole country.',
  },
  csv: 'Table as CSV',
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};
