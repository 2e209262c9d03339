import { lines } from '../../text.ts'
import type { Phrases } from '../world.ts'

export const salesPhrases = {
  wants: lines(`
    Light rail within a ten-minute walk matters more than a yard.
    Both work downtown three days a week.
    Needs a main-floor bedroom for a parent.
    A fenced yard, because of a large and friendly dog.
    No HOA over $450 a month.
    Off-street parking for two, one of them a truck.
    Elementary school is the first thing they look at.
    Would take on cosmetic work, not a foundation.
    Wants a basement with its own entrance to rent out.
    Garage deep enough for kayaks.
    Coming from Boise and has seen the city twice.
    South-facing windows; last winter was long.`),
  shortlist: lines(`
    The one at {street} has the best light, the one by the lake the best price.
    Left out two with old sewer lines.
    Flagged the HOA minutes of the condo: a special assessment is being discussed.
    Added one that comes on the market {weekday}.
    Noted the walk to the station for each.
    Two are open this weekend, so no appointment needed.
    Put the inspection report of the second one in.
    One has an oil tank, decommissioned in 2014 with papers.
    Marked which ones had a price cut.
    All with at least two baths, as asked.`),
  viewing: lines(`
    Loved the kitchen, worried about the stairs to the street.
    Water stain under the skylight; asked the seller's agent about the roof.
    The yard is smaller than the photos say.
    Planes overhead every few minutes, they noticed too.
    Measured the nook for a crib.
    Checked the crawl space: dry, good vapor barrier.
    Peek of the Sound from upstairs when the leaves are down.
    Knob-and-tube in the attic, so talked about insurance.
    Neighbor came over and told us about the block party.
    Primary bedroom fits the king bed, just.
    Parking was a fight, and that on a quiet morning.
    The remodeled bath has no permit on file.`),
  funds: lines(`
    Pre-approval is good until the end of next month.
    Twenty percent down, of which half is a gift from parents.
    Rate lock runs out on {weekday}.
    Stock vests in {months} months and pays for the rest.
    VA loan, so we look at condition early.
    Needs to sell the place in Tacoma first; talked about a bridge loan.
    Explained earnest money and when it is at risk.
    Closing costs and the excise tax written out on one page.
    Cash, proof of funds is in the folder.
    Lender wants two more pay stubs.`),
  offer: lines(`
    Inspection waived, after the pre-inspection came back clean.
    Escalates by $5,000 with a cap.
    Earnest money of three percent, released after the feasibility study.
    Seller stays for thirty days and pays rent.
    Offer review is {weekday} at {time}.
    Kept the inspection contingency at five days.
    Appraisal gap covered up to $20,000.
    Title shows an old easement for the shared driveway.
    The sewer scope found roots; asked for a credit.
    Closing in twenty-one days.`),
  keys: lines(`
    Recorded at {time}, the locksmith was there an hour later.
    Left the list of utilities and pick-up days on the counter.
    They cried a little, and so did the seller.
    Smoke detectors and the mailbox key took the longest.
    Gave them the number of the chimney sweep.
    Movers come {weekday}.
    The old owners left a map of what is planted where.`),
  home: lines(`
    New roof in 2019, furnace from the nineties.
    Kitchen was done well, the baths were not.
    Kids are off to college and the house is too big.
    Bought for half of that eleven years ago.
    Wants to be near the grandchildren in Spokane.
    The deck needs to be rebuilt before any photo is taken.
    Hardwood under the carpet, we lifted a corner.
    Daylight basement that could be a rental.
    Original windows on the street side.
    The maple in front is the best thing about it.
    Inherited with two siblings who do not agree.
    Job moves to Austin, the company pays for the sale.`),
  papers: lines(`
    Seller disclosure filled in except for the sewer page.
    Title report ordered.
    HOA resale certificate takes ten days.
    Talked about the pre-listing inspection, they will do it.
    Stager comes {weekday}, photographer two days after.
    Lockbox on the side gate, the cat stays in.
    Permit for the deck was never closed; I gave them the number of the city.
    Open house on Saturday and Sunday, offers {weekday}.
    Commission and who pays what, in plain words.
    Lead paint form signed, the house is from 1926.`),
  feedback: lines(`
    Everybody likes the kitchen and nobody likes the stairs.
    Two asked about the bus line, one came back with a contractor.
    Online views are up since the new photos.
    One said priced right, three said high.
    Smell of the neighbor's smoker came up again.
    A couple from the open house asked for the disclosure packet.
    The staging helps: people sit down.
    The house two doors down went pending after six days.
    Agents say the baths hold it back.
    Broker's open brought eleven agents and a lot of lemon bars.`),
} satisfies Partial<Phrases>
