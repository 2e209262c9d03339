import type { HttpContext } from '@adonisjs/core/http'
import { telLink, whatsappLink } from '#kernel/markets/phones'

type Channel = 'call' | 'whatsapp' | 'email'

interface Reachable {
  id: string
  phone: string | null
  email: string | null
  /** Neither may be seen before one has had them shown. */
  isHidden?: boolean
}

/** Address that writes a tap on a number or an address down. */
export function logOf(id: string, kind: Channel, to: string): string {
  return `/app/leads/${id}/taps?${new URLSearchParams({ kind, to })}`
}

/** One tap to each channel that is there and was not refused. */
export function waysTo(
  { i18n }: Pick<HttpContext, 'i18n'>,
  { id, phone, email, isHidden }: Reachable,
  refuses: (channel: Channel) => boolean = () => false
) {
  if (isHidden) return []
  const way = (kind: Channel, href: string, to: string) => ({
    kind,
    href,
    label: i18n.t(`leads.ways.${kind}`),
    log: logOf(id, kind, to),
  })
  return [
    ...(phone ? [way('call', telLink(phone), phone)] : []),
    ...(phone ? [way('whatsapp', whatsappLink(phone), phone)] : []),
    ...(email ? [way('email', `mailto:${email}`, email)] : []),
  ].filter(({ kind }) => !refuses(kind))
}
