import type { ListQuery } from '#app/exports'
import { type ExportedStory, exportedStory } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { asSeenBy, hiddenAmong } from '../details/seeing.ts'
import { veiledText } from '../details/veil.ts'
import type Lead from '../models/lead.ts'
import { leadsAsked, listRequest } from '../queries/lead_list.ts'
import { type Place, leadOrder } from '../queries/lead_order.ts'

const PAGE = 500

/** Some leads with everything that an export tells of them. */
export interface ExportPage extends ExportedStory {
  leads: Lead[]
  next: ExportPlace
  /** Names and addresses of those who look after them. */
  people: Map<string, { name: string; email: string }>
  stages: Map<string, string>
}

/** The row behind which the next page begins. */
export type ExportPlace = Place['cursor']

/** How many leads the current actor would export. */
export async function countAsked(query: ListQuery): Promise<number> {
  const [{ total }] = await asked(query).leads.count('* as total').pojo<{ total: number }>()
  return Number(total)
}

/** The next page in the order of the list. */
export async function exportPage(
  query: ListQuery,
  after: ExportPlace,
  most = PAGE
): Promise<ExportPage> {
  const { leads: found, place } = asked(query)
  leadOrder.arrange(found, { ...place, cursor: after, backwards: false })
  const leads = await found
    .joinRaw('left join members as owner on owner.id = leads.owner_id')
    .select('leads.*')
    .select(found.client.raw(`${leadOrder.keyOf(place)} as sort_key`))
    .preload('interests')
    .limit(most)
  return {
    leads: await asSeenBy(currentActor(), leads),
    next: placeOf(leads.at(-1)),
    people: await peopleOf(leads),
    stages: await stageLabels(),
    ...(await storiesOf(leads)),
  }
}

function placeOf(lead: Lead | undefined): ExportPlace {
  if (!lead) return null
  return { key: lead.$extras.sort_key as string, id: lead.id, position: 0 }
}

/** The list as its address asks for it, as far as this person may export. */
function asked(query: ListQuery) {
  const actor = currentActor()
  const request = listRequest(query, actor)
  return { leads: leadsAsked(actor, request, 'leads.export'), place: request.place }
}

async function peopleOf(leads: Lead[]): Promise<ExportPage['people']> {
  const ids = [...new Set(leads.flatMap(({ ownerId, keeperId }) => [ownerId, keeperId]))]
  const { rows } = await unitSql<{ id: string; name: string; email: string }>(
    'select id, name, email from members where id = any(?)',
    [ids.filter((id) => id !== null)]
  )
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]))
}

async function stageLabels(): Promise<Map<string, string>> {
  const { rows } = await unitSql<{ id: string; label: string }>(
    'select id, label from pipeline_stages'
  )
  return new Map(rows.map(({ id, label }) => [id, label]))
}

/** What was said about leads whose numbers are hidden names none of them. */
async function storiesOf(leads: Lead[]): Promise<ExportedStory> {
  const story = await exportedStory(
    'lead',
    leads.map(({ id }) => id)
  )
  for (const id of await hiddenAmong(currentActor(), leads))
    for (const line of story.timeline.get(id) ?? [])
      Object.assign(line, { details: line.details && veiledText(line.details) })
  return story
}
