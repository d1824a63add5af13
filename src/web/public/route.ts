import type { VNode } from 'preact';
import type { Upload, UploadedFile } from '../staff/index.ts';
import type { PublicLang, Spoken } from './languages.ts';

/** What the frame knows on every page; a route passes it on: `<PublicPage {...ctx.frame} title="…">`. */
export interface PublicFrame {
  lang: PublicLang;
  nav: readonly { href: string; label: Spoken }[];
  /** Path of the page, to mark it in the navigation. */
  here: string;
  /** Path and query, for the other language; absent on a page that answers a form: what was typed would be lost. */
  at?: string;
  /** `https://benkan.example`, before paths that are read elsewhere. */
  publicUrl: string;
}

export interface PublicContext {
  /** Of the path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Fields of the posted form; empty for `get`. A field sent twice is refused before it comes here. */
  form: Readonly<Record<string, string>>;
  /** The file the form brought, where the route takes one and somebody chose one. */
  upload?: UploadedFile;
  lang: PublicLang;
  /** A path of ours in the reader's language: there is no cookie, so every link carries it. */
  to: (path: string) => string;
  /** For `<PublicPage {...ctx.frame} title="…">`. */
  frame: PublicFrame;
}

/** What a public route answers. A thrown `Fault` is answered as it deserves. */
export type PublicAnswer =
  /** `maxAge`: seconds for which a phone or a proxy may keep it; a minute where nothing is said, never for a refusal. */
  | { kind: 'page'; status: number; page: VNode; maxAge?: number }
  /** A file: `type` as the header has it. `download`: saved under this name instead of shown. */
  | { kind: 'body'; type: string; body: string | Buffer; maxAge: number; download?: string }
  /** A file too long to be held: its parts are made as the reader takes them. `tag` is another one whenever they are. */
  | {
      kind: 'streamed';
      type: string;
      parts: AsyncIterable<string>;
      tag: string;
      maxAge: number;
      download?: string;
    }
  /** 303 to a path of ours. */
  | { kind: 'see_other'; to: string }
  /** 404 with a page. */
  | { kind: 'nothing' };

/**
 * A page or file for everybody: no sign-in, no cookie, no record of who looked. A form has no session to steal, so no
 * origin is asked; what it costs the house is for the route to bound.
 */
export interface PublicRoute {
  /** From the root, in the form of express: `/verify/:code`. */
  path: string;
  /** `get`, also for `HEAD`; or a form of at most 64 kB. */
  method: 'get' | 'post';
  /** The form is `multipart/form-data` and may bring this file. */
  upload?: Upload;
  /** Stands in the navigation of every public page; only paths without parameters. */
  nav?: { fr: string; bm: Spoken; order: number };
  serve(ctx: PublicContext): Promise<PublicAnswer>;
}
