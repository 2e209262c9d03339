import { lines, words } from '../../text.ts'
import type { Names } from '../world.ts'

export const names: Names = {
  given: words(`
    Aditya, Sneha, Rohan, Prajakta, Amit, Shruti, Nikhil, Rutuja, Sameer, Ketaki, Vaibhav, Mrunal,
    Omkar, Anagha, Sachin, Pallavi, Tejas, Gauri, Mandar, Sayali, Kunal, Madhura, Yash, Aparna,
    Siddharth, Meera, Imran, Ayesha, Farhan, Zainab, Harpreet, Simran, Arjun, Lakshmi, Karthik,
    Divya, Rajesh, Sunita, Vikram, Nandini, Manoj, Rekha, Deepak, Asha, Suresh, Kavita, Ganesh,
    Vidya, Ashwin, Ritu, Parth, Ishita, Joel, Sharon, Cyrus, Perin, Abhijit, Swati, Chinmay, Urmila`),
  family: words(`
    Deshpande, Kulkarni, Joshi, Patil, Jadhav, Shinde, Gokhale, Bhosale, Pawar, Chavan, Apte, Phadke,
    Sathe, Ranade, Kelkar, Gaikwad, More, Salunkhe, Kadam, Thorat, Bapat, Limaye, Dixit, Agarwal,
    Mehta, Shah, Jain, Gupta, Sharma, Verma, Iyer, Nair, Menon, Reddy, Rao, Hegde, Shetty, Khan,
    Shaikh, Sayyed, Inamdar, Gill, Sandhu, Chatterjee, Banerjee, Mukherjee, Pinto, D’Souza, Fernandes,
    Irani, Mistry, Pillai, Sinha, Mishra, Tiwari, Dandekar, Wagh, Mane, Kamble, Oak`),
  unusual: [
    ['Venkata Satyanarayana Raju', 'Pusapati-Chintalapati'],
    ['Zoë', 'D’Souza'],
    ['अनघा', 'कुलकर्णी'],
    ['Lakshminarasimhan', 'Ananthakrishnan Subramaniam'],
    ['René', 'Braganza e Sequeira'],
    ['S', 'K'],
    ['Chhatrapal Singh', 'Ranjitsinhji Jadeja'],
    ['Łucja', 'Bhattacharyya'],
    ['José', 'Noronha-Mascarenhas'],
    ['मिलिंद', 'गोडबोले'],
  ],
  firmStems: words(`
    Sahyadri, Deccan, Mula Mutha, Parvati, Sinhagad, Gulmohar, Peepal Leaf, Saptarang, Shree Ganesh,
    Western Ghat, Rajgad, Neelkanth, Indrayani, Chaturang, Kasturi, Amaltas, Suvarna, Torna, Vetal,
    Malhar, Panchvati, Swastik, Champak, Bhimashankar`),
  firmTrades: {
    vendor: lines(`
      Interiors
      Packers & Movers
      Modular Kitchens
      Legal Associates
      Pest Control
      Painting Works
      Vastu Consultants
      Plumbing & Waterproofing
      Home Loans Desk
      Security Services
      Electricals
      Registration Services`),
    investor: lines(`
      Realty Ventures
      Capital
      Estates
      Land Developers
      Family Office`),
    landlord: lines(`
      Properties
      Co-living
      Housing
      Commercial Spaces`),
    other: lines(`
      Co-operative Housing Society
      Chartered Accountants
      Relocation Services
      Advocates`),
  },
  firmEndings: lines(`
    LLP
    Pvt. Ltd.
    & Sons
    Pvt. Ltd.
    Associates`),
  employers: lines(`
    Mutha Riverside Systems
    Deccan Auto Components
    Sinhagad Road Hospital
    Saptarang School
    Kaveri Analytics
    Torna Robotics`),
}
