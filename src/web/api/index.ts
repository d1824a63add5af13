export { apiMatrixOf } from './matrix.ts';
export { meRoute } from './me.ts';
export { type ApiContext, type ApiMethod, type ApiRoute, apiRoute } from './route.ts';
export { apiRouter } from './router.ts';
