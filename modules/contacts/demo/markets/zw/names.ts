import { lines, words } from '../../text.ts'
import type { Names } from '../world.ts'

export const names: Names = {
  given: words(`
    Tendai, Rutendo, Farai, Chipo, Tatenda, Nyasha, Kudzai, Ruvimbo, Tafadzwa, Rumbidzai, Simbarashe,
    Vimbai, Tinashe, Fungai, Munyaradzi, Shamiso, Blessing, Memory, Takudzwa, Nomsa, Sibusisiwe,
    Nkosana, Thandiwe, Mthokozisi, Sithembile, Bongani, Precious, Lovemore, Privilege, Tarisai,
    Godfrey, Patience, Innocent, Loveness, Wellington, Primrose, Ronald, Beauty, Trymore, Constance,
    Edmore, Maidei, Kuziva, Panashe, Anesu, Tsitsi, Garikai, Sekai, Nigel, Charmaine, Brighton,
    Yeukai, Admire, Rosemary, Cephas, Portia, Clemence, Nokuthula, Ashton, Melody`),
  family: words(`
    Moyo, Ncube, Chikwanda, Ndlovu, Mutasa, Chigumba, Sibanda, Marufu, Nyathi, Gumbo, Dube, Mapfumo,
    Chirwa, Mhlanga, Zvobgo, Makoni, Nyoni, Madziva, Chinyoka, Mpofu, Gwatidzo, Muchengeti, Tshuma,
    Kanyemba, Mudzuri, Hove, Banda, Chiweshe, Matambanadzo, Phiri, Mazorodze, Shumba, Nhamo, Kadenge,
    Rusike, Chidzero, Masuku, Zhou, Tembo, Bvuma, Murambiwa, Pasipanodya, Chitando, Mlambo, Gono,
    Nyamande, Jiri, Marange, Chokuda, Katsande, Manyika, Goredema, Musarurwa, Zimuto, Sithole,
    Van Rensburg, Whitehead, Da Costa, Naidoo, Fraser`),
  unusual: [
    ['Munyaradzi-Takudzwa', 'Chipangamazano Nyamunokora'],
    ['Zoë', 'Van der Merwe'],
    ['André', 'Gonçalves'],
    ['Nkosilathi Mthunzi', 'Mabhena-Khumalo'],
    ['Chloé', 'Papadopoulos'],
    ['Ropafadzo Makanakaishe Anotidaishe', 'Mushonga'],
    ['Jo', 'Wu'],
    ['Tinotendaishe', 'Mutezo-Pswarayi'],
    ['Ngonidzashe', 'O’Driscoll'],
    ['Bénédicte', 'Kabongo'],
  ],
  firmStems: words(`
    Msasa Tree, Highveld, Kopje, Mukuvisi, Sunridge, Baobab, Lion Rock, Jacaranda, Chisipite Gate,
    Zambezi, Granite, Fish Eagle, Muhacha, Great Dyke, Balancing Rocks, Flame Lily, Hunyani,
    Savanna, Copper Sky, Nyanga Hills, Eastgate, Umwinsi, Bluegum, Kudu`),
  firmTrades: {
    vendor: lines(`
      Boreholes
      Solar & Inverters
      Conveyancers
      Plumbing
      Security
      Painting & Waterproofing
      Removals
      Garden Services
      Surveyors
      Electrical
      Durawalls
      Pool Care`),
    investor: lines(`
      Property Fund
      Investments
      Land Developers
      Pension Fund
      Holdings`),
    landlord: lines(`
      Properties
      Estates
      Family Trust
      Flats`),
    other: lines(`
      Building Society
      Residents Association
      Legal Practitioners
      Relocations`),
  },
  firmEndings: lines(`
    (Pvt) Ltd
    (Private) Limited
    (Pvt) Ltd
    & Sons`),
  employers: lines(`
    Musasa Medical Centre
    Highlands Trust School
    Sable River Bank
    Lowveld Sugar Estates
    Mbira Telecoms
    Kopje Accountants`),
}
