import i18nManager from '@adonisjs/i18n/services/main'
import { Contact, CreateContact } from '#modules/contacts'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { type Intent } from '../lead_words.ts'
import type Lead from '../models/lead.ts'
import { knownContacts } from '../queries/known_contacts.ts'

const kinds = { buy: 'buyer', rent: 'tenant', sell: 'seller', let: 'landlord' } as const

/**
 * Makes sure that a lead has its contact: the one it has, else one that is known by its number or
 * address, else a new one. The lead is not saved here.
 */
export async function linkContact(lead: Lead): Promise<void> {
  if (lead.contactId && (await isThere(lead.contactId))) return
  const [known] = await knownContacts(currentActor(), lead)
  lead.contactId = known?.id ?? (await newContact(lead))
}

/** The contact as it is now, if it is not deleted. */
async function isThere(id: string): Promise<boolean> {
  const { rowCount } = await unitSql('select from contacts where id = ? and deleted_at is null', [
    id,
  ])
  return rowCount === 1
}

async function newContact(lead: Lead): Promise<string | null> {
  const [firstName, ...rest] = lead.name.split(' ')
  const created = await new CreateContact().handle(
    {
      type: 'person',
      firstName: firstName.slice(0, 100),
      lastName: rest.join(' ').slice(0, 100) || null,
      phones: [{ number: lead.phone, label: 'mobile' }],
      emails: [{ address: lead.email }],
      address: lead.address,
      kinds: kindOf(lead.intent),
      source: sourceWords(lead.source),
      ownerId: lead.ownerId ?? currentActor().id,
    },
    []
  )
  return created.ok ? created.value.id : null
}

/** Contacts keep words where leads keep a key. */
function sourceWords(source: string): string {
  return i18nManager.locale('en').t(`leads.sources.${source}`, {}, source)
}

function kindOf(intent: Intent | null) {
  return intent ? [kinds[intent]] : []
}

/** The contact that somebody chose, if they may see it. */
export async function contactInReachOf(id: string): Promise<Contact | null> {
  return Contact.reachableBy(currentActor(), 'contacts.view').where('id', id).first()
}
