/**
 * A stream of server-sent events for a page about something that moves. It says that there is more to see, and never
 * what: the browser fetches the page's part again, by the page's own route and under its roles.
 */
export interface LiveAnswer {
  kind: 'live';
  /** The page it belongs to; whoever opens the stream's own address in a browser is sent there. */
  page: string;
  /** Streams of one topic share their looks: `inbox/<org>`. */
  topic: string;
  /**
   * A short plain word (`[A-Za-z0-9._-]`, at most 64) that differs once there is something new: a revision, a time.
   * Asked for twice a second a topic, so one quick read.
   */
  mark: () => Promise<string>;
}
