import http from 'node:http';

/** Brings updates to one contestant, as Telegram does; resolves with the status. */
export function webhookTo({ url, secret, connections }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port, pathname: path } = new URL(url);
  const post = (body) =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-telegram-bot-api-secret-token': secret,
      };
      const request = http.request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      request.on('error', (cause) => {
        // A kept connection that idled too long was closed just as it was used: nothing was delivered.
        if (request.reusedSocket && cause.code === 'ECONNRESET') resolve(post(body));
        else reject(cause);
      });
      request.end(body);
    });
  return (update) => post(JSON.stringify(update));
}
