/** What is one organisation's is not there for the staff of any other: they find `nothing` (T36). */
export const behindWall =
  <Reader>(owner: string, reader: Reader, nothing: Reader): ((org: string) => Reader) =>
  (org) =>
    org === owner ? reader : nothing;
