/** An element as it was written. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Of itself alone, CDATA and references read. */
  text: string;
}

const NAME = '[A-Za-z_:][\\w:.-]*';
const TOKEN = new RegExp(
  `<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|</(${NAME})\\s*>|([^<]+)`,
  'uy',
);
/** What XML 1.0 can hold at all. */
const LEGAL = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document as XML 1.0 asks, and refuses what is not well formed; written for these tests, apart from what writes.
 * @throws Error that says where
 */
export function readXml(document: string): XmlElement {
  if (!LEGAL.test(document)) throw new Error('a character that XML cannot hold');
  const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>/i.exec(document)?.[0];
  if (declaration === undefined) throw new Error('no declaration');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = declaration.length;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(document);
    if (token === null) throw new Error(`not well formed at ${document.slice(at, at + 60)}`);
    const [, cdata, begun, attributes = '', empty, ended, text] = token;
    const here = open.at(-1);
    if (here === undefined) throw new Error('an end without a beginning');
    if (begun !== undefined) {
      const element = { name: begun, attributes: attributesIn(attributes), children: [], text: '' };
      here.children.push(element);
      if (empty !== '/') open.push(element);
    } else if (ended !== undefined) {
      if (here.name !== ended) throw new Error(`</${ended}> where <${here.name}> is open`);
      open.pop();
    } else here.text += cdata ?? resolved(text ?? '');
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || only === undefined || more.length > 0 || root.text.trim() !== '')
    throw new Error('not one whole element');
  return only;
}

function attributesIn(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(
    new RegExp(`(${NAME})\\s*=\\s*["']([^"']*)["']`, 'gu'),
  )) {
    if (name in found) throw new Error(`the attribute ${name} twice`);
    found[name] = resolved(value);
  }
  return found;
}

function resolved(text: string): string {
  if (text.includes(']]>')) throw new Error('the end of a section where none is open');
  return text.replace(/&([^;\s]*);?/gu, (reference, name: string) => {
    const code = /^#(?:x([\da-f]+)|(\d+))$/iu.exec(name);
    const letter =
      code === null
        ? NAMED[name]
        : String.fromCodePoint(code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16));
    if (letter === undefined || !reference.endsWith(';') || !LEGAL.test(letter))
      throw new Error(`the reference ${reference}`);
    return letter;
  });
}
