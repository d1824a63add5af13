// The package brings no types; these are those of its parts that are used here.
declare module 'gettext-parser' {
  interface Entry {
    msgid: string;
    msgctxt?: string;
    msgstr: string[];
    comments?: { translator?: string; extracted?: string; reference?: string; flag?: string };
  }
  interface Catalogue {
    charset: string;
    headers: Record<string, string>;
    translations: Record<string, Record<string, Entry>>;
  }
  const parser: {
    po: {
      parse(input: string, options?: { validation?: boolean }): Catalogue;
      compile(catalogue: Catalogue, options?: { foldLength?: number }): Buffer;
    };
  };
  export default parser;
}
