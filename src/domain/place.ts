/** A region of Mali or the district of Bamako. `slug` is our own, never an ISO code: ISO lists ten regions. */
export interface Region {
  slug: string;
  name: string;
}

/** A place as a citizen names it. `slug` is `region` or `region/cercle`. */
export interface Place {
  slug: string;
  name: string;
  region: string;
}
