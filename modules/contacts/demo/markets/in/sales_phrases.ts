import { lines } from '../../text.ts'
import type { Phrases } from '../world.ts'

export const salesPhrases = {
  wants: lines(`
    East-facing entrance, kitchen in the south-east, no discussion.
    Commutes to Hinjawadi, so this side of the river only.
    Covered parking for two, one car and one SUV.
    Ready possession, burnt once by a delayed project.
    Carpet area over 800 square feet, they know the difference.
    School bus must come to the gate.
    Parents move in too, so a lift and a ground-floor garden.
    RERA number first, brochure second.
    Higher floor, away from the road.
    Settled in Dubai, buys for the parents in Pune.
    Piped gas and a generator for the lifts.
    Maintenance below ₹4,000 a month.`),
  shortlist: lines(`
    Wrote carpet area and saleable area side by side.
    Two are resale with society NOC in hand.
    Added the RERA numbers and the possession dates.
    One is on the twelfth floor, with a floor-rise charge.
    Sent the location pins and the route to the office.
    Left out the one with the parking dispute.
    Plan of each marked with north.
    The builder gives a payment plan on the third.
    One owner agrees to families and to a dog, rare.
    Sent a video of the approach road after rain.`),
  viewing: lines(`
    Cross ventilation is good, the balcony looks at the hills.
    Seepage on the bathroom wall, the owner says it is the flat above.
    Counted eleven minutes to the highway.
    Society office was open, spoke to the secretary.
    The sample flat is nice, the real one is six months away.
    Parking slot is behind a pillar.
    Water tanker came twice while we were there.
    Kitchen platform is low, can be changed.
    Came with a vastu consultant, who was satisfied with all but one door.
    Modular kitchen and wardrobes stay.
    Children liked the play area, settled half of it.
    Lift was out of order; eighth floor on foot.`),
  funds: lines(`
    Loan sanctioned for eighty percent, own part is ready.
    Salary account is with {lender}, so it goes quickly.
    Explained stamp duty, registration and GST on one page.
    Sells gold for the down payment, the mother agreed.
    NRE account, the power of attorney is being made.
    Credit score is fine, one card to close.
    Joint loan with spouse for the lower duty.
    Asked whether part in cash is possible; told them no.
    EMI may not pass ₹55,000.
    TDS of one percent, they had not heard of it.`),
  offer: lines(`
    Token of ₹1 lakh by cheque, agreement within fifteen days.
    Owner wants the society transfer fee shared.
    Possession after the school year.
    Advocate does the title search until {weekday}.
    Agreed on wardrobes, not on the air conditioners.
    Loan clause stays in.
    Index II and the share certificate seen.
    Registration slot is on {weekday}, {time}.
    The owner came down once and will not again.
    Brokerage as written, GST extra.`),
  keys: lines(`
    Coconut broken at the door, sweets for everyone.
    Electricity and gas transferred, meter photo taken.
    Society form filled in, two stickers for the cars.
    Griha pravesh is on {weekday}, we are invited.
    Agreement registered, Index II in hand.
    Spare keys, remote and parking letter handed over.
    Introduced them to the secretary and the watchman.`),
  home: lines(`
    Bought from the builder in 2012, first owner.
    Shifts to Bengaluru in {months} months, job is fixed.
    Society has applied for conveyance, not there yet.
    Share certificate in the name of the late father.
    Wants to move up to a 3 BHK in the same society.
    Parking is stilt, allotted on paper.
    Loan of ₹18 lakh still open on it.
    Interiors done three years ago, good quality.
    North-east corner flat, that will help.
    Tenant inside until the end of the year.
    Lives in New Jersey, the sister has the power of attorney.
    Terrace leaks a little in July.`),
  papers: lines(`
    Index II, share certificate, last tax receipt: all there.
    Society NOC takes two meetings.
    Completion certificate seen, good.
    Bank's list of documents sent, for the closure letter.
    Power of attorney must be adjudicated first.
    Photographs on {weekday}, before the rain.
    Brokerage of one percent plus GST, agreed.
    PAN and Aadhaar copies in the folder.
    Property tax has one quarter open.
    Board of the society allows no signs, so online only.`),
  feedback: lines(`
    Families like the school, all of them ask for a second parking.
    One party is ready if it goes below the round figure.
    Portal shows sixty views, nine calls, four visits.
    Buyers compare with the new launch across the road.
    The seepage stain puts people off; paint it.
    Two asked for the society accounts.
    A couple from Nagpur came with the whole family, good sign.
    Nobody minds the fourth floor, everybody minds the lift.
    The rate in {area} is steady since Diwali.
    Vastu came up in three out of four visits.`),
} satisfies Partial<Phrases>
