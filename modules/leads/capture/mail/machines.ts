import type { ParsedMail } from 'mailparser'

/** More hops than any honest mail takes. */
const MOST_HOPS = 50

/**
 * Answers of machines, reports of what could not be delivered, and mail that goes in circles.
 * What portals send is made by machines, too, but answers nothing: it says `auto-generated`.
 */
export function isMachineAnswer(mail: ParsedMail): boolean {
  const { headers } = mail
  const said = (name: string) => String(headers.get(name) ?? '').toLowerCase()
  return (
    said('auto-submitted').startsWith('auto-replied') ||
    said('precedence') === 'auto_reply' ||
    ['x-autoreply', 'x-autorespond', 'x-loop'].some((name) => headers.has(name)) ||
    isReport(mail) ||
    hops(mail) > MOST_HOPS ||
    /^\s*(automatic reply|auto(matic)?[- ]?reply|out of (the )?office)\b/i.test(mail.subject ?? '')
  )
}

function isReport({ headers, from }: ParsedMail): boolean {
  const type = headers.get('content-type')
  const kind = typeof type === 'object' && 'value' in type ? String(type.value) : ''
  const sender = from?.value[0]?.address ?? ''
  return kind.toLowerCase() === 'multipart/report' || /^(mailer-daemon|postmaster)@/i.test(sender)
}

function hops({ headerLines }: ParsedMail): number {
  return headerLines.filter(({ key }) => key === 'received').length
}
