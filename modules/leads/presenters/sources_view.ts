import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import config from '#config/capture'
import tenancy from '#config/tenancy'
import { originOf } from '#app/identity'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { Secrets } from '../capture/secrets.ts'
import type LeadConnection from '../models/lead_connection.ts'
import { connectionKinds } from '../models/lead_connection.ts'
import { openConnections, recentProblems } from '../queries/lead_connections.ts'

const icons = { facebook: 'megaphone', google: 'megaphone', email: 'mail' } as const

/** The doors through which leads come by themselves, and what last went wrong at them. */
export async function sourcesView(ctx: HttpContext) {
  const tenant = ctx.tenant as TenantSnapshot
  const said = (at: Date) => momentOf(DateTime.fromJSDate(at), tenant)
  const connections = await openConnections()
  const problems = await recentProblems()
  return {
    kinds: connectionKinds.map((kind) => ({
      value: kind,
      text: ctx.i18n.t(`leads.doors.kinds.${kind}`),
    })),
    takesMail: config.mailPort !== undefined,
    connections: connections.map((one) => ({
      ...one,
      icon: icons[one.kind],
      address: addressOf(ctx, one),
      last: one.last_received_at && said(one.last_received_at),
    })),
    problems: problems.map((one) => ({ ...one, at: said(one.updated_at) })),
  }
}

/** A door that was just opened, with the words that are told once. */
export function newSource(ctx: HttpContext, connection: LeadConnection, secrets: Secrets) {
  const { verifyToken, googleKey } = secrets
  return { connection, address: addressOf(ctx, connection), secret: verifyToken ?? googleKey }
}

function addressOf(ctx: HttpContext, { kind, token }: Pick<LeadConnection, 'kind' | 'token'>) {
  if (kind === 'email') return `leads+${token}@${config.mailDomain}`
  return `${originOf(ctx, tenancy.baseDomain)}/api/webhooks/${kind}/${token}`
}
