import type { mongo } from 'mongoose';

/** A transaction under way, without naming what only `*-store` files may. */
export type Session = mongo.ClientSession;
