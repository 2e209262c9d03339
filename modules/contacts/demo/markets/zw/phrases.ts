import { lines } from '../../text.ts'
import type { Phrases } from '../world.ts'
import { salesPhrases } from './sales_phrases.ts'

export const phrases: Phrases = {
  ...salesPhrases,
  letting: lines(`
    Prefers a company or an NGO as tenant.
    Lives in Birmingham, wants rent by transfer on the fifth.
    Gardener stays and is paid by the owner.
    Borehole is shared with the cottage, say so in the lease.
    Two months' deposit, rent in advance.
    Carpets out, screed polished before anybody moves in.
    Power is prepaid, no argument about bills.
    Wants no church meetings on the lawn.
    Burglar bars on two windows still missing.
    Last tenant left three months unpaid, so references matter.`),
  applicants: lines(`
    Embassy family, three-year posting, pays quarterly.
    Two doctors from the hospital, no children.
    Company lease, letter from the finance director attached.
    Paid cash for a year at the last place, the landlord confirms.
    Asked whether goats are allowed; no.
    Would like to put in their own inverter and take it along later.
    Small school wants it for teachers.
    Couple back from Cape Town, work from home.
    References good, one call still to make.
    Wants to start paying from the fifteenth.`),
  upkeep: lines(`
    Borehole pump burnt out, the third surge this year.
    Inverter batteries hold twenty minutes only.
    Geyser leaks through the ceiling.
    Gate motor, gears worn down.
    Termites in the kitchen cupboards.
    Two quotes, one of them from the same man under another name.
    Fallen branch took the fence, insurance wants pictures.
    Septic tank needs emptying before the rains.
    The roof over the cottage drips in two places.
    Asked that every repair be agreed on WhatsApp first.`),
  needs: lines(`
    Water first, then power, then the school run.
    Two dogs, both gentle, both large.
    On a contract with an NGO until next June.
    Needs a workshop or a double garage.
    Pays in US dollars, quarterly if it helps.
    Cottage would do, if it has its own gate.
    Works nights at the hospital, wants quiet by day.
    The present place has had no water since August.
    Fibre is a must.
    Parents come to stay from Mutare, ground floor please.`),
  tenancy: lines(`
    Twelve months with a review in US dollars.
    Deposit receipted and held in trust.
    Inventory with photographs, forty-two of them.
    EcoCash for the first month, transfer after that.
    Gardener's wages are in the lease now.
    Fuel for the generator is on the tenant.
    Rent is due on the first, grace until the fifth.
    Company stamp was missing, fixed by {weekday}.
    One month's notice from either side.
    Borehole use limited to the house and garden.`),
  living: lines(`
    No water for two days, pump reset on the phone.
    Inverter beeps through the night.
    Neighbour's rooster starts at four.
    Asked to paint the gate, the owner agrees.
    Meter ate the token; sent the number to call.
    Loves the garden, the mangoes are ripe.
    Wasp nest over the door, gone by {weekday}.
    A pane broken by hail, glazier booked.
    Street light has been out for a month, reported.
    Alarm company changed, the new code is with us.`),
  figures: lines(`
    Flats yield nine percent before rates and levies.
    Wants six cluster units on one acre, if the permit comes.
    Buys with cash and asks for cash discount.
    Prefers medical and school tenants.
    Rents are in US dollars, that is why they look here.
    Levies went up twice last year.
    Service the stand first, sell it in four parts.
    Thinks the new road will lift the whole side.
    Compares with treasury bills, every time.
    Partner in Dubai wants a report each quarter.`),
  trade: lines(`
    Did forty jobs this year, has a list of names to call.
    Comes out on Sundays if it cannot wait.
    Tax clearance is valid until December.
    Wants a third up front for materials.
    Gives a two-year warranty in writing.
    Charges call-out by distance, Hatfield is near.
    Registered and insured, copies in the folder.
    Own truck, which the last one did not have.
    Crew of four, all with gate passes.
    Takes EcoCash or cash, sends a receipt.`),
  neighbourly: lines(`
    Chairs the residents' association, knows who sells before they do.
    Sings in the same choir as our principal.
    Works at the deeds office, can say how long things take.
    Runs a WhatsApp group of four hundred home owners.
    Sold with us in 2019, still sends Christmas wishes.
    Headmaster, sees the families who arrive in January.
    Organises the diaspora evenings in London.
    Has the hardware shop where all of the builders meet.
    Writes about property for the weekend paper.
    Bank's mortgage desk, sends people who are approved.`),
}
