import type { Actor } from '#kernel/tenancy/actor'
import Lead from '../models/lead.ts'
import LeadFlag from '../models/lead_flag.ts'

const MOST = 50

/** Flags nobody has looked at, on leads that the actor may work on, the newest first. */
export async function openFlags(actor: Actor): Promise<LeadFlag[]> {
  return flagsOn(actor).where('state', 'open').preload('lead').orderBy('id', 'desc').limit(MOST)
}

export async function flagInReach(actor: Actor, id: string): Promise<LeadFlag | null> {
  return flagsOn(actor).where('id', id).first()
}

function flagsOn(actor: Actor) {
  return LeadFlag.query().whereIn(
    'lead_id',
    Lead.reachableBy(actor, 'leads.update').select('leads.id')
  )
}
