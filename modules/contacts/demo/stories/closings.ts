import type { Outcome } from '../drafts.ts'
import { lines } from '../text.ts'

/** How a talk with somebody who buys, sells, lets or rents ended. */
export const customerClosings: Record<Outcome, string[]> = {
  'positive': lines(`
    Keen to go on.
    In good spirits, thanked us twice.
    Said yes on the spot.
    Wants to move quickly.
    Happy with how this goes.
    Told me they trust us with it.
    Easy to deal with.
    Will tell their brother about us.
    Good talk, longer than planned.
    All agreed.`),
  'neutral': lines(`
    Will think it over.
    No decision yet.
    Has to talk to the family first.
    Noncommittal, but polite.
    Compares us with one other agency.
    Wants to see what else comes up.
    Was in a hurry, kept it short.
    Took notes and asked nothing.
    In no rush.
    Prefers to wait until next month.`),
  'negative': lines(`
    Not for them.
    Disappointed, and said so.
    Too dear, end of the talk.
    Cross that it took us two days to answer.
    Going with somebody else for now.
    Plans have changed, wants to stop here.
    Did not like what they heard.
    Asked us not to call about this again.`),
  'follow-up': lines(`
    Promised an answer by {weekday}.
    Call again {weekday}, after {time}.
    Wants more photographs before deciding.
    Waiting for papers from {lender}.
    Back from travelling on {weekday}, then we talk.
    Asked me to ring the spouse as well.
    Has three questions that I have to find out about.
    Would like it in writing.
    I owe them a list by {weekday}.`),
}

/** The same with somebody we work with. */
export const businessClosings: Record<Outcome, string[]> = {
  'positive': lines(`
    Reliable, keep on the list.
    Came on time and left it clean.
    Good to work with.
    Would use again.
    Answers within the hour.
    Fair and quick.`),
  'neutral': lines(`
    Keep the card.
    Average, we know cheaper and dearer.
    Nothing to do for now.
    See how the next one goes.
    Fine, nothing special.
    Busy until next month.`),
  'negative': lines(`
    Did not turn up, second time.
    Too dear for what it is.
    Would not use again without a talk first.
    Paperwork late, once more.`),
  'follow-up': lines(`
    Sends an answer by {weekday}.
    Ask again {weekday}.
    Waiting for the insurance certificate.
    I promised to call back {weekday} after {time}.
    Wants the address and a contact on site.`),
}

/** What we keep in mind about a firm. */
export const firmAsides = lines(`
  Ask for the manager, the front desk does not know.
  Invoices by the end of the month, or they wait.
  Two partners, only one of them picks up.
  Closed on public holidays and the day after.
  Wants a purchase order for anything over {amount}.
  Office is in {area}, parking behind the building.
  Answers messages faster than calls.
  New accounts person, send the bank letter again.
  Has worked with the firm at {street} for years.`)

/** What is planned once a story has run its course. */
export const afterwards = lines(`
  Ask how things are going
  Check in before the anniversary
  Ask for a review
  Send the market letter for {area}
  Call for a catch-up
  Ask whether they know anybody else who is moving`)
