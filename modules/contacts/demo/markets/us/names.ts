import { lines, words } from '../../text.ts'
import type { Names } from '../world.ts'

export const names: Names = {
  given: words(`
    James, Maria, Kevin, Linh, Aaron, Priya, Dana, Marcus, Ingrid, Hiroshi, Naomi, Carlos, Beth,
    Tyrone, Yuki, Rachel, Omar, Sofia, Grant, Mei, Patrick, Fatuma, Lars, Jasmine, Ethan, Alicia,
    Trevor, Thuy, Monique, Wesley, Kirsten, Dmitri, Angela, Samir, Heather, Desmond, Noelani, Colin,
    Rosa, Nathan, Amina, Gloria, Victor, Signe, Jerome, Caitlin, Rafael, Tamara, Isaac, Leilani,
    Curtis, Bonnie, Anders, Shanice, Theo, Marisol, Duncan, Keiko, Vanessa, Elliot`),
  family: words(`
    Anderson, Nguyen, Okafor, Lindqvist, Martinez, Chen, Hayes, Sullivan, Yamamoto, Patel, Brooks,
    Larsen, Washington, Kim, Abdi, Fitzgerald, Morales, Johansen, Tran, Coleman, Park, Hendricks,
    Reyes, Kowalski, Whitfield, Santos, Olson, Bautista, McAllister, Rosen, Takahashi, Delgado,
    Erickson, Warsame, Hoffman, Sandoval, Pruitt, Nakamura, Castellanos, Boyd, Haugen, Ferrell,
    Gutierrez, Ishikawa, Vance, Petrov, Osborne, Kealoha, Stein, Mahoney, Iverson, Dang, Harlow,
    Ocampo, Thornton, Villanueva, Sorensen, Blackwood, Rahman, Winslow`),
  unusual: [
    ['Åsa', 'Lindström-Bjørnsen'],
    ['José María', 'Muñoz-Ibáñez de la Peña'],
    ['Nguyễn Thị Minh', 'Khai'],
    ['Siobhán', 'O’Callaghan'],
    ['Zoë', 'D’Angelo'],
    ['Maximilian Alexander', 'Featherstonehaugh-Cholmondeley'],
    ['Þórdís', 'Guðmundsdóttir'],
    ['Bo', 'Ly'],
    ['陈美玲', 'Wang'],
    ['Renée', 'St. Clair-Whitcombe'],
  ],
  firmStems: words(`
    Cascade, Emerald, Madrona, Heron Point, Salish, Alder & Ash, Ravenna Park, Two Lakes, Tidewater,
    Lodgepole, Northgate, Fern Hollow, Mount Si, Red Cedar, Gull Harbor, Sound View, Ballast,
    Stillwater, Camano, Silver Fir, Kingfisher, Larch Street, Puget Ridge, Sockeye`),
  firmTrades: {
    vendor: lines(`
      Home Inspections
      Staging
      Title & Escrow
      Roofing
      Moving & Storage
      Plumbing
      Photography
      Landscaping
      Electric
      Sewer Scope
      Painting
      Restoration`),
    investor: lines(`
      Capital Partners
      Residential Fund
      Property Group
      Multifamily Holdings
      Equity`),
    landlord: lines(`
      Apartments
      Rental Homes
      Housing Trust
      Property Owners`),
    other: lines(`
      Credit Union
      Community Association
      Relocation Services
      Law Group`),
  },
  firmEndings: words(`LLC, LLC, Inc., Co., LP, LLC`),
  employers: lines(`
    Harborlight Software
    Overlake Regional Hospital
    Duwamish Unified Schools
    Tern Aerospace
    Northsound Ferries
    Sunbreak Coffee Roasters`),
}
