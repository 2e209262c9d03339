import type { HttpContext } from '@adonisjs/core/http'
import type { RecordSubject } from '#app/records'
import { isUuid } from '#kernel/tenancy/names'
import { currentActor } from '#kernel/tenancy/tenancy'
import { answerNewLeads, unanswerLeads } from './actions/answer_new_leads.ts'
import { renewTagCopies, renewTimelineCopies } from './actions/renew_copies.ts'
import { renewScores } from './actions/renew_scores.ts'
import { isHiddenFrom } from './details/seeing.ts'
import { veiledText } from './details/veil.ts'
import { tellOf } from './events/leads_event.ts'
import LeadsUpdated from './events/leads_updated.ts'
import Lead from './models/lead.ts'
import { waitingView } from './presenters/waiting_view.ts'

/** Leads as the records room knows them: it adds timeline, tags and fields. */
export const leadSubject: RecordSubject = {
  type: 'lead',
  room: 'leads',
  title: 'leads.title',
  permissions: { view: 'leads.view', update: 'leads.update' },

  async find(id) {
    if (!isUuid(id)) return null
    return Lead.reachableBy(currentActor(), 'leads.view').where('id', id).first()
  },

  async titles(ids) {
    const leads = await Lead.reachableBy(currentActor(), 'leads.view').whereIn('id', ids)
    return leads.map(({ id, name }) => ({ id, title: name }))
  },

  async veil(lead) {
    return (await isHiddenFrom(currentActor(), lead)) ? veiledText : null
  },

  async touched(ids, part) {
    if (part === 'timeline') {
      await unanswerLeads(await renewTimelineCopies(ids))
      await answerNewLeads(ids)
      await renewScores(ids)
    } else {
      await renewTagCopies(ids)
      tellOf(LeadsUpdated, ids)
    }
  },

  elsewhere: {
    waiting: { path: '/app/leads/waiting', render: waiting },
  },
}

async function waiting(ctx: HttpContext, toast: object): Promise<string> {
  const view = await waitingView(ctx)
  return ctx.view.render('leads::partials/waiting', { waiting: view, toast })
}
