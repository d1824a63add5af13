import type { mongo } from 'mongoose';
import { type CameStore, cameStore } from './came/came-store.ts';
import { type PostsStore, postsStore } from './posts/posts-store.ts';
import { type PublishedStore, publishedStore } from './published-store.ts';
import { type RatingsStore, ratingsStore } from './ratings/ratings-store.ts';
import { type SendsStore, sendsStore } from './send/sends-store.ts';
import { type SubscriptionsStore, subscriptionsStore } from './subscriptions/subscriptions-store.ts';
import { type UpdatesStore, updatesStore } from './updates-store.ts';

export type Database = mongo.Db;

/** Everything updates do with MongoDB. */
export interface UpdateStores {
  store: UpdatesStore;
  published: PublishedStore;
  subscriptions: SubscriptionsStore;
  sends: SendsStore;
  ratings: RatingsStore;
  came: CameStore;
  posts: PostsStore;
}

export const updateStores = (db: Database): UpdateStores => ({
  store: updatesStore(db),
  published: publishedStore(db),
  subscriptions: subscriptionsStore(db),
  sends: sendsStore(db),
  ratings: ratingsStore(db),
  came: cameStore(db),
  posts: postsStore(db),
});
