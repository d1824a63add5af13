export { type Audience, audience, EVERYBODY, type Field, FIELDS } from './model/audience.ts';
export { type Audiences, type Counts, type Exclusion, type Member, type Scope, SMALLEST } from './ports.ts';
