import type { HttpContext } from '@adonisjs/core/http'
import { initialsOf } from '#app/members'
import { catchesLetters } from '#kernel/mail/letters'

/** What every page of the console shows around its own content. */
export function consoleShell(ctx: HttpContext) {
  const operator = ctx.auth.use('console').user
  const path = ctx.request.url()
  const menu = [
    operator && { label: 'console.home.title', icon: 'building-2', url: '/' },
    catchesLetters() && { label: 'console.mailbox.title', icon: 'mail', url: '/mailbox' },
  ]
  return {
    menu: menu
      .filter((entry) => !!entry)
      .map(({ label, icon, url }) => ({
        label: ctx.i18n.t(label),
        icon,
        url,
        current: url === '/' ? path === '/' || path.startsWith('/agencies') : path.startsWith(url),
      })),
    operator: operator && {
      name: operator.name,
      initials: initialsOf(operator.name),
      role: ctx.i18n.t(`roles.${operator.operatorRole}`),
    },
  }
}
