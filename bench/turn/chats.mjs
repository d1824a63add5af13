/** How long a chat waits for its reply before the run is given up, milliseconds. */
const GIVE_UP_MS = 20_000;

let updates = 1;

/**
 * One person in a private chat, who sends the next thing when the reply to the last one is there and the webhook has
 * been answered. Telegram, too, brings a chat's next update only then.
 * @param deliver brings an update to the contestant
 */
export class Chat {
  #deliver;
  #from;
  #buttons = [];
  #replied = () => {};

  constructor(id, lang, deliver) {
    this.id = id;
    this.#deliver = deliver;
    this.#from = { id, is_bot: false, first_name: 'p', language_code: lang };
  }

  say(text) {
    return this.#send({
      message: { message_id: updates, from: this.#from, chat: this.#chat, date: seconds(), text },
    });
  }

  /** Taps the button of that choice under the last message; a contestant without buttons gets the word. */
  tap(choice) {
    const data = this.#buttons.find((button) => button.endsWith(choice));
    if (data === undefined) return this.say(choice);
    const message = { message_id: updates, chat: this.#chat, date: seconds(), text: 'question' };
    return this.#send({
      callback_query: { id: String(updates), from: this.#from, chat_instance: '1', message, data },
    });
  }

  /** The contestant's message has arrived. */
  received(buttons) {
    this.#buttons = buttons;
    this.#replied();
  }

  get #chat() {
    return { id: this.id, type: 'private', first_name: 'p' };
  }

  async #send(content) {
    let limit;
    const replied = new Promise((resolve, reject) => {
      this.#replied = resolve;
      limit = setTimeout(
        () => reject(new Error(`no reply within ${GIVE_UP_MS} ms to ${JSON.stringify(content)}`)),
        GIVE_UP_MS,
      );
    });
    try {
      const [status] = await Promise.all([this.#deliver({ update_id: updates++, ...content }), replied]);
      if (status !== 200) throw new Error(`the webhook answered ${status}`);
    } finally {
      clearTimeout(limit);
    }
  }
}

const seconds = () => Math.floor(Date.now() / 1000);
