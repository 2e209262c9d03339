import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { catchesLetters } from '#kernel/mail/letters'
import { coreSql } from '#kernel/tenancy/sql'

interface CaughtLetter {
  id: string
  recipient: string
  subject: string
  html: string
  plain: string
  created_at: Date
}

/** Letters that were caught instead of sent: development and demo only. */
export default class MailboxesController {
  async index({ view }: HttpContext) {
    assertCatching()
    const { rows: letters } = await coreSql<CaughtLetter>(
      'select * from caught_letters order by created_at desc limit 100'
    )
    return view.render('pages/console/mailbox', { letters })
  }

  async show({ params, view }: HttpContext) {
    assertCatching()
    const { rows } = await coreSql<CaughtLetter>(
      'select * from caught_letters where id::text = ?',
      [params.id]
    )
    const letter = rows[0]
    if (!letter) throw new NotHere()
    return view.render('pages/console/letter', { letter, lines: withLinks(letter.plain) })
  }
}

function assertCatching(): void {
  if (!catchesLetters()) throw new NotHere()
}

/** The plain words, with addresses told apart so that the page can link them. */
function withLinks(plain: string): { text: string; href: string | null }[] {
  return plain
    .split(/(https?:\/\/\S+)/)
    .map((text) => ({ text, href: text.startsWith('http') ? text : null }))
}
