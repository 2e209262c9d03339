import { lines } from '../../text.ts'
import type { Phrases } from '../world.ts'
import { salesPhrases } from './sales_phrases.ts'

export const phrases: Phrases = {
  ...salesPhrases,
  letting: lines(`
    Families only, says the society and not only the owner.
    Wanted to pick tenants by surname; told the owner that we do not.
    Deposit of three months, eleven-month leave and licence.
    Lives in Singapore, wants the rent on the fifth.
    Two air conditioners and a geyser, no washing machine.
    Painting and deep cleaning before photographs.
    Maintenance is paid by the owner.
    Police verification and registration through us.
    Would take bachelors if a company signs.
    One cupboard stays locked with family things.`),
  applicants: lines(`
    Couple from the IT park, both salaried, no pets.
    Company lease for a project manager from Chennai.
    Family of five, the grandfather likes to walk.
    Three nurses from the hospital; asked the society first.
    Wants to move in before the first, lease of the old place ends.
    Agreed to the rent, asked for a lower deposit.
    Doctor, needs a ground-floor room for patients; not possible.
    References from the last owner in Wakad, very good.
    Works from home, asked about the internet lines.
    Young couple with a beagle; owner thinks about it.`),
  upkeep: lines(`
    Geyser coil gone, replaced the same day.
    Seepage from the flat above, society inspects on {weekday}.
    Kitchen tap, washer and labour.
    Mosquito nets on three windows.
    Inverter battery does not hold.
    Chimney service, once a year.
    Two quotes for the waterproofing; wait until the rain stops.
    Fan in the hall wobbles.
    The door swelled in the monsoon.
    Asked for a photo of the old part each time.`),
  needs: lines(`
    Two working, one school child, one grandmother.
    Within five kilometres of the IT park.
    Semi-furnished, with beds and a fridge if possible.
    Bachelors, three, all in the same company.
    Bike and car parking.
    Cooks for friends on weekends, wants a proper kitchen.
    Needs the agreement registered for the HRA.
    Power backup for work calls.
    Shifts from Indore on the first.
    Would like a society with a pool, not a must.`),
  tenancy: lines(`
    Eleven months, with five percent at renewal.
    Registered online, both came for the thumb print.
    Police verification submitted.
    Deposit by UPI in two parts.
    Society charged a move-in fee, told them in advance.
    Lock-in of six months, one month's notice.
    Inventory has fans, lights and geysers by number.
    Brokerage of one month, receipt with GST sent.
    Painting charges on leaving, as usual.
    Licensor signs by power of attorney.`),
  living: lines(`
    Water comes from six to eight only.
    Neighbour upstairs has a grinder and an early start.
    Washing machine point leaks.
    Lift music is on again.
    Asked for a receipt for the HRA.
    Happy, the maid and the tiffin are sorted.
    Society complains about shoes in the passage.
    Wi-fi man needs a letter from the owner.
    Balcony drain blocked after the first rain.
    Ganpati festival in the society, invited us.`),
  figures: lines(`
    Rental yield is under three percent, they buy for the growth.
    Pre-launch price, twenty percent below the next tower.
    Wants the ring road on the map with every plot.
    Books two, sells one before possession.
    Shop on the ground floor pays better than a flat.
    Asked for GST and capital gains on one sheet.
    Looks at the builder's last three projects first.
    Prefers clear N.A. plots with a 7/12 in one name.
    Office space let to a bank, nine years left.
    Ready reckoner went up, so duty does too.`),
  trade: lines(`
    GST bill with every job, no exceptions.
    Team of six, comes with own ladder.
    Did eleven flats for our clients.
    Asks for forty percent advance.
    Gives a one-year guarantee in writing.
    Comes on Sundays at the same rate.
    Keeps the watchman informed, no complaints.
    Gate passes are needed one day ahead.
    Finished before Diwali, as promised.
    Sends the estimate on letterhead.`),
  neighbourly: lines(`
    Secretary of a society with four hundred flats.
    Cousin of a client, works at the sub-registrar's office.
    Runs the tiffin service every bachelor knows.
    Bought in 2016 through us, sends someone every year.
    HR at the IT park, new joiners ask there first.
    Chartered accountant for half of the lane.
    Editor of the locality group with nine thousand members.
    Teaches at the school, knows who is moving.
    Sells for a builder, fair with the commission.
    Conducts the morning walkers' club on the hill.`),
}
