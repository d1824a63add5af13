import type { VNode } from 'preact';
import type { NoticeTone, Said, StaffFrame, StaffLang } from '../kit/index.ts';
import type { AuditAct } from './audit.ts';
import type { LiveAnswer } from './live/answer.ts';
import type { Role, StaffSession } from './ports.ts';
import type { Revealing } from './reveal/reveals.ts';
import type { Upload, UploadedFile } from './upload.ts';

/** Who asks. Read from the store at each request, so that a role taken away is gone at once. */
export interface StaffPerson {
  id: string;
  name: string;
  role: Role;
  /** What this person sees and changes stays within it. */
  org: string;
  /** Of a coordinator: the regions they see, by slug; absent for all others, who see every region. See `inScope`. */
  regions?: readonly string[];
  /** Chosen on the account; absent as long as they did not. A page asks `ctx.frame.lang`. */
  lang?: StaffLang;
}

export interface StaffContext extends Revealing {
  person: StaffPerson;
  /** Of the path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Fields of the posted form; empty for `get`. A field sent twice is refused before it comes here. */
  form: Readonly<Record<string, string>>;
  /** The file the form brought, where the route has an `upload` and the person chose one. */
  file?: UploadedFile;
  /** The session it was asked with; absent where a page is drawn without the site. */
  session?: StaffSession;
  /** For `<StaffPage {...ctx.frame} title="…">`. */
  frame: StaffFrame;
  /**
   * Records a decision under this person's name (T22). Await it after the last check and before the write: what fails
   * then leaves a record of an attempt, never a decision without a record.
   */
  audit: AuditAct;
}

/** What a route answers, besides a page alone (200). A thrown `Fault` is answered as it deserves. */
export type StaffAnswer =
  /** `again`: the page is about something under way; the browser looks again after so many seconds, without scripts. */
  | { kind: 'page'; status: number; page: VNode; again?: number }
  /** 303, the end of every successful change. `flash` names one of the target route's `flashes`. */
  | { kind: 'see_other'; to: string; flash?: string }
  | { kind: 'json'; status: number; body: unknown }
  | { kind: 'file'; name: string; type: string; body: string | Buffer }
  /** Shown or played within a page; a player may ask for parts. */
  | { kind: 'media'; type: string; body: Buffer }
  /** Tells an open page that there is more to see. */
  | LiveAnswer;

/** The parts of the settings, in the order in which they stand there. */
export const SETTINGS_PARTS = ['people', 'channels', 'data', 'house'] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

interface RouteBase {
  /** Below `/staff`, in the form of express: `/surveys/:survey`. */
  path: string;
  /** Who may. An empty list is refused at start: nothing is open by forgetting. */
  roles: readonly Role[];
  /** The answer shows class A (names, numbers, words of citizens): the frame records each look before it goes out. */
  reads?: 'A';
  /** About the house itself (its channels, keys, demonstration): for staff of the organisation that runs it alone (T36). */
  house?: true;
  /** The class of records under which an agreement opens it to another organisation; without one it stays its own. */
  shared?: string;
  /** It shows class A only while a look is open, which `ctx.reveal` opens for a reason and records (T23). */
  reveals?: true;
  /**
   * Its person has to have shown who they are within ten minutes: `always`, with two factors or their key; `with_key`,
   * for decisions, with their key where they have one. A form that has to wait loses nothing that was typed.
   */
  confirm?: 'always' | 'with_key';
  /** It opens before the key that a role owes is enrolled: where one enrols it. */
  beforeKey?: true;
}

/** A page. */
export interface StaffPageRoute extends RouteBase {
  method: 'get';
  /**
   * Listed in the navigation and on the overview for the roles that may; only paths without parameters. `under`: among
   * the settings instead, in this part.
   */
  nav?: { label: Said; order: number; about?: Said; under?: SettingsPart };
  /** Messages a redirect may ask for by key; a key not listed shows nothing, so no link can put words here. */
  flashes?: Readonly<Record<string, { tone: NoticeTone; text: Said }>>;
  render(ctx: StaffContext): VNode | StaffAnswer | Promise<VNode | StaffAnswer>;
}

/** A change. Its form came from our own page: Origin and Sec-Fetch-Site were checked. */
export interface StaffActionRoute extends RouteBase {
  method: 'post';
  /** Its form is `multipart/form-data` and may bring this file. Read only once the person is known to have the role. */
  upload?: Upload;
  act(ctx: StaffContext): StaffAnswer | Promise<StaffAnswer>;
}

/** One row of the route matrix; a capability contributes a list of them. */
export type StaffRoute = StaffPageRoute | StaffActionRoute;
