import type { Stage } from './plot.ts'
import type { Slots } from './text.ts'
import { words } from './text.ts'

const weekdays = words(`Monday, Tuesday, Wednesday, Thursday, Friday, Saturday`)
const times = words(`nine, half past ten, noon, two, four, half past five`)
const numbers = words(`two, three, four, five, six`)

/** What one story is about: the same home, street and sums from the first call to the keys. */
export function circumstances({ chance, world }: Stage): Slots {
  const [here, there] = chance.take(2, world.areas)
  const { money } = world
  const price = money.price(chance)
  return {
    area: here.name,
    elsewhere: there.name,
    street: world.property(chance.pick(world.streets), chance),
    home: chance.pick(world.homes),
    lender: chance.pick(world.lenders),
    price: money.write(price),
    offer: money.write(money.rounded(price * (0.9 + chance.next() * 0.08))),
    rent: money.write(money.rent(chance)),
    amount: [money.amount(chance), money.amount(chance)].map(money.write),
    weekday: weekdays,
    time: times,
    count: numbers,
    months: numbers,
  }
}
