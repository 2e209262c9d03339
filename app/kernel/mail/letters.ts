import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import edge from 'edge.js'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

export interface Letter {
  to: string
  subject: string
  /** Edge view of the HTML; it extends `@layouts.letter`. */
  view: string
  state: Record<string, unknown>
  /** Headers besides, such as List-Unsubscribe. */
  headers?: Record<string, string>
}

/** Without SMTP, outside production, letters are caught and shown at /mailbox on the console. */
export function catchesLetters(): boolean {
  return !env.get('SMTP_HOST') && !app.inProduction
}

/** Sends one letter. Call it from a job or after the answer, never inside a unit of work. */
export async function sendLetter(letter: Letter): Promise<void> {
  const html = await edge.render(letter.view, letter.state)
  if (catchesLetters()) return catchLetter(letter, html)
  await mail.use('smtp').send((message) => {
    message.to(letter.to).subject(letter.subject).html(html).text(plainText(html))
    for (const [name, value] of Object.entries(letter.headers ?? {})) message.header(name, value)
  })
}

async function catchLetter(letter: Letter, html: string): Promise<void> {
  await db
    .connection('core')
    .table('caught_letters')
    .insert({
      recipient: letter.to,
      subject: letter.subject,
      html,
      plain: plainText(html),
    })
}

const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** Links keep their address; everything else is its words, as people typed them. */
function plainText(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g, '$2: $1')
    .replace(/<[^>]+>/g, '')
    .replace(/\n\s*\n+/g, '\n\n')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16))
    )
    .replace(/&(lt|gt|quot|amp);/g, (_, sign: string) => SIGNS[sign])
    .trim()
}
