import fc from '../node_modules/fast-check/lib/fast-check.js';

/**
 * The suite draws the same cases each time: what it says of a commit must not hang on the dice. Other cases are looked
 * for with `FC_SEED=$RANDOM npm test -- PATHS`, and by the trials, which draw from seeds of their own.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });

export * from '../node_modules/fast-check/lib/fast-check.js';
export default fc;
