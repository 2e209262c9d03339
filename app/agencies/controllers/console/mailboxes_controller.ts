import type { HttpContext } from '@adonisjs/core/http'

import { NotHere } from '#kernel/http/errors'
import { catchesLetters } from '#kernel/mail/letters'
import { isUuid } from '#kernel/tenancy/names'
import { coreSql } from '#kernel/tenancy/sql'
import { consoleMoment } from '../../console_moment.ts'

interface CaughtLetter {
  id: string
  recipient: string
  subject: string
  plain: string
  created_at: Date
}

/** Letters that were caught instead of sent: development and demo only. */
export default class MailboxesController {
  async index({ view }: HttpContext) {
    assertCatching()
    const { rows } = await coreSql<CaughtLetter>(
      'select id, recipient, subject, created_at from caught_letters order by id desc limit 100'
    )
    const letters = rows.map((letter) => ({ ...letter, at: consoleMoment(letter.created_at) }))
    return view.render('pages/console/mailbox', { letters })
  }

  async show({ params, view }: HttpContext) {
    assertCatching()
    const { rows } = await coreSql<CaughtLetter>(
      'select id, recipient, subject, plain, created_at from caught_letters where id = ?',
      [isUuid(params.id) ? params.id : null]
    )
    const letter = rows[0]
    if (!letter) throw new NotHere()
    const at = consoleMoment(letter.created_at)
    return view.render('pages/console/letter', { letter, at, pieces: withLinks(letter.plain) })
  }
}

function assertCatching(): void {
  if (!catchesLetters()) throw new NotHere()
}

/** The plain words, with addresses told apart so that the page can link them. */
function withLinks(plain: string): { text: string; href: string | null }[] {
  return plain
    .split(/(https?:\/\/\S+)/)
    .map((text) => ({ text: text.trim(), href: text.startsWith('http') ? text : null }))
    .filter(({ text }) => text !== '')
}
