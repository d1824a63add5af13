import { readXml, type XmlElement } from './read-xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
/** How often an element may stand in a feed or an entry, RFC 4287, 4.1.1 and 4.1.2: at least, at most. */
const IN_FEED: Rules = {
  ...{ author: [0, 99], category: [0, 99], contributor: [0, 99], generator: [0, 1], icon: [0, 1] },
  ...{ id: [1, 1], link: [0, 99], logo: [0, 1], rights: [0, 1], subtitle: [0, 1], title: [1, 1] },
  ...{ updated: [1, 1], entry: [0, 9999] },
};
const IN_ENTRY: Rules = {
  ...{ author: [0, 99], category: [0, 99], content: [0, 1], contributor: [0, 99], id: [1, 1], link: [0, 99] },
  ...{ published: [0, 1], rights: [0, 1], source: [0, 1], summary: [0, 1], title: [1, 1], updated: [1, 1] },
};
const TEXTS = ['title', 'subtitle', 'summary', 'rights', 'content'];

type Rules = Readonly<Record<string, readonly [least: number, most: number]>>;

/** Which rules of RFC 4287 a document breaks, in words with their section; nothing where it is a valid feed. */
export function atomFaults(document: string): string[] {
  const feed = readXml(document);
  const entries = all(feed, 'entry');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  return [
    ...(feed.name === 'feed' && feed.attributes['xmlns'] === ATOM ? [] : ['4.1.1 the root is no atom:feed']),
    ...(/^[a-z]{2,3}$/.test(feed.attributes['xml:lang'] ?? '') ? [] : ['2 xml:lang is no language']),
    ...counted(feed, IN_FEED, '4.1.1'),
    ...common(feed, 'feed'),
    ...entries.flatMap((entry, nth) => [
      ...counted(entry, IN_ENTRY, '4.1.2'),
      ...common(entry, `entry ${String(nth)}`),
      ...(all(entry, 'author').length > 0 || all(feed, 'author').length > 0
        ? []
        : [`4.2.1 entry ${String(nth)} has no author`]),
      ...(all(entry, 'content').length > 0 || all(entry, 'link').some(isAlternate)
        ? []
        : [`4.1.2 entry ${String(nth)} has neither content nor an alternate link`]),
    ]),
    ...(new Set(ids).size === ids.length ? [] : ['4.1.1 two entries with one id']),
    ...(all(feed, 'link').some(({ attributes }) => attributes['rel'] === 'self')
      ? []
      : ['4.1.1 no link to itself']),
  ];
}

/** What holds for a feed and for an entry alike. */
function common(element: XmlElement, where: string): string[] {
  const at = (rule: string): string => `${rule} (${where})`;
  const dates = [...all(element, 'updated'), ...all(element, 'published')].filter(
    ({ text }) => !isMoment(text),
  );
  const texts = element.children.filter(({ name }) => TEXTS.includes(name));
  const kinds = texts.filter(({ attributes }) => !['text', 'html', undefined].includes(attributes['type']));
  const nested = texts.filter(({ children }) => children.length > 0);
  const people = [...all(element, 'author'), ...all(element, 'contributor')].filter(
    (person) => all(person, 'name').length !== 1 || textOf(person, 'name').trim() === '',
  );
  const links = all(element, 'link').filter(({ attributes }) => !isAddress(attributes['href'] ?? ''));
  const twins = all(element, 'link')
    .filter(isAlternate)
    .map(({ attributes }) => `${attributes['type'] ?? ''} ${attributes['hreflang'] ?? ''}`);
  const untermed = all(element, 'category').filter(({ attributes }) => (attributes['term'] ?? '') === '');
  return [
    ...dates.map(() => at('3.3 a date is no date')),
    ...kinds.map(() => at('3.1.1 a type of text that is none')),
    ...nested.map(() => at('3.1.1 elements within text')),
    ...people.map(() => at('3.2 a person without one name')),
    ...links.map(() => at('4.2.7.1 a link without an address')),
    ...(new Set(twins).size === twins.length ? [] : [at('4.1.1 two alternate links of one kind')]),
    ...untermed.map(() => at('4.2.2.1 a category without a term')),
    ...(/^[a-z][a-z0-9+.-]*:\S+$/u.test(textOf(element, 'id'))
      ? []
      : [at('4.2.6 the id is no absolute IRI')]),
    ...(textOf(element, 'title').trim() === '' ? [at('4.2.14 the title is empty')] : []),
  ];
}

function counted(element: XmlElement, rules: Rules, section: string): string[] {
  const unknown = element.children.filter(({ name }) => !(name in rules));
  const wrong = Object.entries(rules).filter(([name, [least, most]]) => {
    const n = all(element, name).length;
    return n < least || n > most;
  });
  return [
    ...unknown.map(({ name }) => `${section} ${name} does not stand there`),
    ...wrong.map(([name]) => `${section} ${name} stands there too often or not at all`),
  ];
}

export const all = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name);

export const textOf = (element: XmlElement, name: string): string => all(element, name)[0]?.text ?? '';

const isAlternate = ({ attributes }: XmlElement): boolean =>
  (attributes['rel'] ?? 'alternate') === 'alternate';

/** RFC 3339, as 3.3 asks. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
  Number.isFinite(Date.parse(text));

const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/.test(text) && URL.canParse(text);
