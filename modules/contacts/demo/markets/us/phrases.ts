import { lines } from '../../text.ts'
import type { Phrases } from '../world.ts'
import { salesPhrases } from './sales_phrases.ts'

export const phrases: Phrases = {
  ...salesPhrases,
  letting: lines(`
    Yard care included, utilities on the tenant.
    Registered with the city, the inspection is due next spring.
    Pets considered, with an extra deposit as far as the rules allow.
    Washer and dryer stay.
    Handrail and one outlet to be fixed before we advertise.
    Out of state and wants one call a month, no more.
    First month goes to a paint job.
    Asked about screening and what we may and may not ask.
    Garage is not part of the lease.
    Has let it to friends so far and never raised the rent.`),
  applicants: lines(`
    Nurse at the hospital up the hill, income three times the rent.
    Two students with a co-signer in Oregon.
    First complete application gets it, as the rule says.
    Good credit, one late payment explained.
    Family of four with a very old cat.
    Previous landlord would take them back any time.
    Asked for a fourteen-month lease.
    Wants to paint one wall.
    Moves from Denver, has seen it on video only.
    Self-employed, two years of returns in the folder.`),
  upkeep: lines(`
    Water heater is sixteen years old and gave up on {weekday}.
    Gutters, as every November.
    The dishwasher leaked into the unit below.
    Two quotes, the cheaper one can come {weekday}.
    Furnace filter, not the furnace.
    Rats in the crawl space, two visits and a screen.
    Fence blew over in the storm.
    The toilet runs; a $12 part.
    Mold on the bathroom ceiling, fan replaced.
    Asked for receipts with photographs from now on.`),
  needs: lines(`
    Cat, no dog, no car.
    Two incomes, moving in together for the first time.
    Travel nurse on a contract, would like it furnished.
    Needs a desk corner with real daylight.
    In-unit laundry is a must.
    Wants to be in the school's catchment by August.
    Ground floor or an elevator.
    Walk to the light rail, garage not needed.
    House is being rebuilt after a leak, the insurer pays.
    Plays the cello, so solid walls.`),
  tenancy: lines(`
    Twelve months, then month to month.
    Deposit in the trust account, receipt sent.
    Move-in checklist signed by both.
    Notice of the increase goes out in time.
    Renter's insurance certificate is in the file.
    Key fobs cost $75 if lost; they know.
    Lease has the pet addendum.
    Utilities switched over from {weekday}.
    Rent through the portal, first one prorated.
    Asked for a parking spot, waiting list.`),
  living: lines(`
    Heat does not reach the back bedroom.
    The upstairs dog is cheerful at six in the morning.
    Dryer squeals; technician {weekday}.
    Lost a fob, replacement ordered.
    Loves the place, hates the intercom.
    Packages go missing from the lobby.
    Garbage disposal jammed by a spoon.
    Asked whether a second cat is all right.
    Window in the kitchen will not lock.
    The leak under the sink is fixed and dry.`),
  figures: lines(`
    Cap rate at asking is 4.8, and 5.4 after the two vacant units are let.
    Forty-five days to identify the replacement property.
    Rents are ten percent under market.
    Zoning allows two more doors behind.
    Wants brick, no flat roofs, no elevators.
    Taxes went up eight percent this year.
    Looks at price per door before anything else.
    The laundry room pays for the insurance.
    Seismic retrofit priced in.
    Would hold for ten years.`),
  trade: lines(`
    Licensed, bonded and insured, papers in the folder.
    Two-day turnaround, weekends by agreement.
    Sends photographs before and after without being asked.
    Minimum charge went up to $180.
    Crew of three, all of them polite.
    Books out three weeks at the moment.
    Gives our clients ten percent off.
    Found the shut-off valve nobody knew about.
    Warranty of one year on labor.
    Needs the lockbox code the evening before.`),
  neighbourly: lines(`
    Sits on the board of the community council.
    Bought from us in 2017 and remembers everyone's name.
    Runs the bakery where half of our clients have breakfast.
    Knows every lot on the north side.
    Writes the newsletter of the block watch.
    Works in relocation and sees people before we do.
    Thinks about downsizing in a few years, not now.
    Handles estates, good to have at hand.
    Coaches the little league team we sponsor.
    Collects for the food bank, we bring two boxes.`),
}
