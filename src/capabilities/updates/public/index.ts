export { openPages, type Shown } from './open-pages.ts';
export { type PublicItems, publicItems } from './public-items.ts';
export { type PublicNewsDeps, publicNewsRoutes } from './routes.tsx';
export { newsStyles } from './styles.ts';
