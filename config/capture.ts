import env from '#start/env'

/** Where leads come in from, and how long and how much we listen. Times in milliseconds. */
export default {
  /** Facebook tells of a lead by its id alone; here it says the rest. */
  graphUrl: env.get('FACEBOOK_GRAPH_URL') ?? 'https://graph.facebook.com/v23.0',
  graphPatience: 10_000,
  /** Mail for agencies is received here; without a port, not at all. */
  mailPort: env.get('MAIL_RECEIVE_PORT'),
  mailHost: env.get('MAIL_RECEIVE_HOST') ?? '127.0.0.1',
  mailDomain: env.get('MAIL_RECEIVE_DOMAIN') ?? env.get('BASE_DOMAIN'),
  mailBytes: 10_000_000,
}
