import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import logger from '@adonisjs/core/services/logger'
import config from '#config/capture'
import { manifestOf } from '#kernel/modules/module_registry'
import type { MailReceiver } from './mail_receiver.ts'

interface Place {
  receiver: MailReceiver
  token: string
}

/** Answers of SMTP: for good, and for now. */
class Refused extends Error {
  constructor(
    readonly responseCode: number,
    message: string
  ) {
    super(message)
  }
}

/**
 * Receives mail for agencies by SMTP, at `<module>+<token>@<our domain>`. It knows nobody else's
 * addresses and passes nothing on; what it answers with 250 is kept.
 */
export class PostOffice {
  readonly #server: SMTPServer

  constructor() {
    this.#server = new SMTPServer({
      name: config.mailDomain,
      // Whoever stands in front of us speaks TLS with the world.
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: config.mailBytes,
      maxClients: 100,
      socketTimeout: 60_000,
      logger: false,
      onRcptTo: (address, session, done) => {
        const isCrowd = session.envelope.rcptTo.length >= 20
        const found = isCrowd ? Promise.reject(crowd()) : placeOf(address.address)
        settle(
          found.then((place) => {
            if (!place) throw new Refused(550, 'Nobody is known here by this address')
          }),
          done
        )
      },
      onData: (stream, session, done) => {
        settle(deliver(stream, session.envelope.rcptTo), done)
      },
    })
    this.#server.on('error', (error) => logger.warn({ err: error }, 'Mail could not be received'))
  }

  /** The port on which it listens. */
  async open(port: number, host: string): Promise<number> {
    const listening = this.#server.listen(port, host)
    await new Promise<void>((resolve, reject) => {
      listening.once('listening', resolve)
      listening.once('error', reject)
    })
    const address = listening.address()
    return typeof address === 'object' && address ? address.port : port
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

/** Where mail to this address goes; null: nowhere. */
async function placeOf(address: string): Promise<Place | null> {
  const [, module, token, domain] = /^([a-z_]{1,40})\+([0-9a-z]{1,60})@(.+)$/i.exec(address) ?? []
  if (domain?.toLowerCase() !== config.mailDomain) return null
  const mail = manifestOf(module.toLowerCase())?.mail
  if (!mail) return null
  const { default: receiver } = await mail()
  const place = { receiver, token: token.toLowerCase() }
  return (await receiver.isOpen(place.token)) ? place : null
}

async function deliver(
  stream: SMTPServerDataStream,
  recipients: { address: string }[]
): Promise<void> {
  const raw = await readAll(stream)
  for (const { address } of recipients) {
    const place = await placeOf(address)
    await place?.receiver.take(place.token, raw)
  }
}

/** What is too long is read to its end, and kept nowhere. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes <= config.mailBytes) parts.push(part)
  }
  if (bytes > config.mailBytes) throw new Refused(552, 'This message is too large')
  return Buffer.concat(parts)
}

function crowd(): Refused {
  return new Refused(452, 'Too many recipients')
}

function settle(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error: unknown) => {
      if (error instanceof Refused) return done(error)
      logger.error({ err: error }, 'Mail could not be taken')
      done(new Refused(451, 'Something broke on our side; try again later'))
    }
  )
}
