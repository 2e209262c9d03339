import { unitSql } from '#kernel/tenancy/sql'
import { type Contact, ContactRequirement } from '#modules/contacts'
import { ListingsWorkspace } from './workspace.ts'

/** An agency whose contacts look for something. */
export class RecommendationsWorkspace extends ListingsWorkspace {
  /** Looks for a house in Ballard up to $800,000, with 3 beds and a garden. */
  async givenWish(
    contact: Contact,
    facts: Partial<ContactRequirement> = {}
  ): Promise<ContactRequirement> {
    return this.agency.inUnit(async () =>
      ContactRequirement.create({
        ...{ contactId: contact.id, dealType: 'sale', currency: 'USD', sizeUnit: 'sqft' },
        ...{ budgetToMinor: 80_000_000, localities: ['ballard'], types: ['house'] },
        ...{ bedsMin: 3, features: ['garden'], ...facts },
      })
    )
  }

  /** A number and an address to send things to. */
  async givenWays({ id }: Contact): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(
        `update contacts set primary_email = 'ann@north.example', primary_phone = '+12065550100' where id = ?`,
        [id]
      )
    )
  }

  async contactTimeline(contactId: string): Promise<string[]> {
    return (await this.timeline(contactId)).map(({ kind, details }) => `${kind}: ${details}`)
  }
}

export function addressOf({ contactId, id }: ContactRequirement): string {
  return `/app/contacts/${contactId}/requirements/${id}/recommendations`
}
