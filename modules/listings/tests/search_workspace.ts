import type { Contact } from '#modules/contacts'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { matchActivated, matchPriceDrops } from '../actions/match_searches.ts'
import { saveSearch } from '../actions/save_search.ts'
import SavedSearch, { type Frequency } from '../models/saved_search.ts'
import { ListingsWorkspace } from './workspace.ts'

interface SearchFacts {
  name?: string
  frequency?: Frequency
  query?: string
  contactEmail?: string
}

interface Alert {
  name: string
  title: string
  reason: string
  state: string
  because: string | null
}

/** An agency in which somebody keeps searches. */
export class SearchesWorkspace extends ListingsWorkspace {
  async givenSearch(facts: SearchFacts = {}): Promise<SavedSearch> {
    const draft = { name: 'By the sea', frequency: 'instant' as const, query: '', ...facts }
    const work = async () => {
      const result = await saveSearch(new SavedSearch(), draft)
      if (!result.ok) throw new Error(result.reason)
      return result.value
    }
    return this.agency.inUnit(work, 'principal')
  }

  async givenClient(email: string): Promise<Contact> {
    const contact = await this.givenContact('Ann')
    await this.inAgency(() =>
      unitSql(
        `insert into contact_points (contact_id, kind, value, position) values (?, 'email', ?, 0)`,
        [contact.id, email]
      )
    )
    return contact
  }

  inAgency<T>(work: () => Promise<T>): Promise<T> {
    return this.agency.inUnit(work, 'principal')
  }

  /** As if all listings had just come on the market. */
  async match(): Promise<void> {
    await this.inAgency(async () => matchActivated(await allListings()))
  }

  async matchDrops(): Promise<void> {
    await this.inAgency(async () => matchPriceDrops(await allListings()))
  }

  async search(): Promise<SavedSearch | null> {
    return this.inAgency(async () => SavedSearch.query().orderBy('id', 'desc').first())
  }

  async alerts(): Promise<Alert[]> {
    const { rows } = await this.inAgency(() =>
      unitSql<Alert>(
        `select search.name, listing.title, alert.reason, alert.state, alert.suppressed_because as because
           from search_alerts as alert join saved_searches as search on search.id = alert.search_id
           join listings as listing on listing.id = alert.listing_id order by search.name, listing.title, alert.reason`
      )
    )
    return rows
  }

  async letters(): Promise<{ recipient: string; subject: string; html: string }[]> {
    const { rows } = await coreSql<{ recipient: string; subject: string; html: string }>(
      `select recipient, subject, html from caught_letters where html like '%unsubscribe%' order by id`
    )
    return rows
  }
}

async function allListings(): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>('select id from listings')
  return rows.map(({ id }) => id)
}
