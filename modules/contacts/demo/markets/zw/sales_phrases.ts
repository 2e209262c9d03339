import { lines } from '../../text.ts'
import type { Phrases } from '../world.ts'

export const salesPhrases = {
  wants: lines(`
    Borehole with good yield is the first question, everything else after.
    Works in Leeds and comes home in December to view.
    Title deeds only, no cession.
    Solar of at least 5 kVA or a roof that can carry it.
    Wants a cottage for the in-laws.
    Near a good primary school, the twins start next year.
    Walled and gated, with a gate motor that works.
    Rather a stand now and a house in three years.
    Municipal water means nothing to them any more.
    Space for a vegetable garden and a few layers.
    Sister in Johannesburg pays half and wants to be on every call.
    Staff quarters, and parking for four cars.`),
  shortlist: lines(`
    Marked which ones have title and which are on agreement of sale.
    Added the borehole depth and yield where we know it.
    One has a tenant until February.
    Sent voice notes with each, as asked.
    The Brooke one is over budget, sent it to compare.
    Left out two where the rates are not paid up.
    Sent videos, since they look on a phone abroad.
    One is a deceased estate and will take time.
    Noted which are on the good side for power.
    The last one is not advertised anywhere else.`),
  viewing: lines(`
    Pump was running, tank filled while we stood there.
    No power during the visit, the inverter carried the lights.
    Cracks in the durawall at the bottom of the garden.
    The pool is green and the filter is gone, otherwise sound.
    Did the whole round on a video call with the brother in Perth.
    Road is bad for the last two hundred metres.
    Kitchen is from 1978 and proud of it.
    Counted the security lights and liked the neighbour.
    Roof sheets lifted by the storm, ceiling shows it.
    The cottage has its own meter.
    Jacarandas in flower, which did half of the selling.
    Asked about the wetland behind; I check with the council.`),
  funds: lines(`
    Cash, held here, proof of funds shown.
    Mortgage approved in principle, the valuation is on {weekday}.
    Money comes from the UK in three transfers.
    Explained transfer fees, stamp duty and conveyancing on one sheet.
    Deposit of thirty percent now, the rest against transfer.
    Employer scheme pays half, forms are with {lender}.
    Sells a truck first.
    Wants the money in the lawyer's trust account, not ours; quite right.
    Asked who pays the capital gains tax; the seller does.
    Pension lump sum arrives in {months} months.`),
  offer: lines(`
    Seller wants proof of funds first.
    Cash, no conditions, transfer in six weeks.
    Subject to the borehole test.
    Fridge, stove and the water tank stay.
    Sole mandate, so nobody else can slip in.
    Their lawyer reads the agreement of sale until {weekday}.
    Seller would like part of it paid offshore; told them we do not do that.
    Vacant occupation on the date of transfer.
    Clearance certificate from the council applied for.
    Deeds search is clean, no caveats.`),
  keys: lines(`
    Prepaid meter read together, tokens for a week left on it.
    Gate remote works, the spare one is with the gardener.
    Said a prayer in the lounge, all of us.
    Gardener stays on, they agreed on it at the gate.
    Title registered on {weekday}.
    Left the numbers of the borehole people and the electrician.
    Tanks were full, a kind gesture of the sellers.`),
  home: lines(`
    Borehole at sixty metres, never dry in nine years.
    Leaving for Canada in {months} months, papers are out.
    House of the late father, four heirs, one executor.
    New 10,000-litre tank and 8 kVA of solar.
    Kitchen redone two years ago, bathrooms still blue.
    Children are all abroad and the garden is too much.
    Bought on mortgage in 2011, paid off.
    Wants to subdivide the bottom half; permit applied for.
    Parquet in all of the bedrooms.
    The wall is low on the street side, buyers will say so.
    Rates are up to date, receipts in a shoebox.
    Tenant in the cottage pays US$250 and would stay.`),
  papers: lines(`
    Title deeds seen, the copy is certified.
    Rates clearance applied for, six weeks they say.
    Capital gains tax: told them what the conveyancer needs.
    Executor's letters are there, consent of the Master is not.
    Sole mandate, board goes up {weekday}.
    Photographs early, before the sun gets hard.
    Asked them to get the plans from the council.
    Spouse must sign too and is in Bulawayo until {weekday}.
    Our fee agreed, VAT on top.
    Viewings by appointment only, dogs locked in.`),
  feedback: lines(`
    Everyone asks about water first, and we have the better answer.
    Two said too dear for that road.
    Portal shows four hundred views, WhatsApp nineteen questions.
    A diaspora couple watched the video three times.
    Buyers want solar included, we should say that it is.
    The house opposite sold with less land for the same money.
    Viewers liked the trees and not the bathrooms.
    One wanted to pay over two years; told him no.
    A pastor came with five elders, all of them approve.
    The advertisement in the paper brought one call, from another agent.`),
} satisfies Partial<Phrases>
