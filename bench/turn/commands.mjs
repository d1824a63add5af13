import { MongoClient } from 'mongodb';

/** Commands a driver sends on behalf of its program. Those of the server itself and of monitoring are left out. */
const OF_A_PROGRAM = [
  ...[
    'find',
    'insert',
    'update',
    'delete',
    'aggregate',
    'findAndModify',
    'bulkWrite',
    'getMore',
    'count',
    'distinct',
  ],
];

/**
 * Commands the server has carried out, from `serverStatus().metrics.commands`. Its `opcounters` would count each update
 * inside a grouped command by itself.
 */
export async function commandCounter(uri) {
  const client = await new MongoClient(uri).connect();
  return {
    async count() {
      const { metrics } = await client.db('admin').command({ serverStatus: 1 });
      return OF_A_PROGRAM.reduce((sum, name) => sum + Number(metrics.commands[name]?.total ?? 0), 0);
    },
    close: () => client.close(),
  };
}
