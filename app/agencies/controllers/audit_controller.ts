import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Member } from '#app/members'
import { momentOf } from '#app/records'
import AgencyPolicy from '../policies/agency_policy.ts'
import { type AuditRow, auditPage, auditedActions } from '../queries/audit_page.ts'
import { auditSearchValidator } from '../validators/audit.ts'

/** Who did what in this agency. */
export default class AuditController {
  async index({ bouncer, i18n, request, tenant, view }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('viewAudit')
    const search = await request.validateUsing(auditSearchValidator)
    const members = await Member.query().orderBy('name')
    const person = members.find(({ id }) => id === search.person)
    const { entries, next } = await auditPage({ ...search, person }, tenant!.timeZone)
    const actions = await auditedActions()
    const lines = entries.map((entry) => ({
      ...entry,
      who: nameOf(entry, members),
      at: momentOf(DateTime.fromJSDate(entry.created_at), tenant!),
      facts: Object.entries(entry.facts).map(
        ([name, value]) => `${i18n.t(`agencies.audit.fact.${name}`, {}, name)}: ${said(value)}`
      ),
    }))
    const page = request.wantsFragment() ? 'partials/audit_entries' : 'pages/agencies/audit'
    return view.render(page, { entries: lines, next, search, actions, members })
  }
}

function nameOf(entry: AuditRow, members: Member[]): string | null {
  const isPerson = entry.subject_type === 'identity' && entry.actor_kind === 'system'
  const found = members.find(({ id, identityId }) =>
    isPerson ? identityId === entry.subject_id : id === entry.actor_id
  )
  return found?.name ?? null
}

function said(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
